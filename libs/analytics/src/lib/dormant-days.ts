import type { Step } from './concurrency';
import { joinSpans, totalMs, type Observed } from './span';
import { piecesOf } from './step-function';

const DAY_MS = 24 * 3_600_000;

/** A product is dormant after so many observed days without use (features.md §2.8). */
export const DORMANT_DAYS = 90;

/** How long a product, or a user, has been without use. */
export interface Dormancy {
  /** UTC milliseconds at which the last use ended; undefined where none was observed. */
  readonly lastUseAt: number | undefined;
  /** Observed time since then, in days of 24 hours; where there was no use, all of it. */
  readonly dormantDays: number;
  /** Observed time altogether, in days of 24 hours: what the figures rest on. */
  readonly observedDays: number;
  /** Whether ∫U = 0 over the last `minDays` observed days or more. */
  readonly isDormant: boolean;
}

/**
 * Counts the observed days without use up to the end of the observed time (features.md §2.8). Days
 * are counted as time, so hours that nobody observed prove nothing: of a month with a log for half of
 * it, 15 days are known. A use of no length takes no licence-time and does not count.
 *
 * @param steps U(t) of a product, or of one user for a dormant named user.
 * @param minDays observed days without use that make it dormant.
 */
export function dormantDays(
  steps: readonly Step[],
  observed: Observed,
  minDays = DORMANT_DAYS,
): Dormancy {
  const spans = joinSpans(observed);
  const observedMs = totalMs(spans);
  let lastUseAt: number | undefined;
  let dormantMs = 0;
  for (const { from, to, value } of piecesOf(steps, spans)) {
    if (value > 0) {
      lastUseAt = to;
      dormantMs = 0;
    } else {
      dormantMs += to - from;
    }
  }
  return {
    lastUseAt,
    dormantDays: dormantMs / DAY_MS,
    observedDays: observedMs / DAY_MS,
    isDormant: dormantMs >= minDays * DAY_MS,
  };
}
