import type { Peak } from './concurrency';
import { eachPiece } from './piece-walker';
import { joinSpans, type Observed } from './span';
import type { Steps } from './steps';

/** How long a peak must last to be more than a licence that is handed on, in milliseconds. */
export const SUSTAINED_MS = 5 * 60_000;

/**
 * The sustained peak P_d = max_t min_{u ∈ [t, t+d]} U(u) (features.md §2.2): the most licences that
 * were in use for `sustainedMs` on end, and when that first began.
 *
 * @returns undefined where no observed time is that long.
 */
export function sustainedPeak(
  steps: Steps,
  observed: Observed,
  sustainedMs = SUSTAINED_MS,
): Peak | undefined {
  const stretches = new Stretches(sustainedMs);
  eachPiece(steps, joinSpans(observed), (from, to, inUse) => stretches.piece(from, to, inUse));
  return stretches.end();
}

/**
 * Each piece begins a stretch on which at least as much is in use; those that go on are kept by rising
 * value, so each is looked at twice in all.
 */
class Stretches {
  private readonly open: { readonly from: number; readonly inUse: number }[] = [];
  private until = -Infinity;
  private best: Peak | undefined;

  constructor(private readonly sustainedMs: number) {}

  piece(from: number, to: number, inUse: number): void {
    // What lies between is not measured: no stretch goes on over it.
    if (from > this.until) this.close(-Infinity);
    const since = this.close(inUse) ?? from;
    if (this.open.at(-1)?.inUse !== inUse) this.open.push({ from: since, inUse });
    this.until = to;
  }

  end(): Peak | undefined {
    this.close(-Infinity);
    return this.best;
  }

  /** Ends the stretches on which more was in use; returns when the longest of them began. */
  private close(inUse: number): number | undefined {
    let from: number | undefined;
    for (let last; (last = this.open.at(-1)) !== undefined && last.inUse > inUse; this.open.pop()) {
      from = last.from;
      const peak = { inUse: last.inUse, at: from };
      if (this.until - from >= this.sustainedMs && isBetter(peak, this.best)) this.best = peak;
    }
    return from;
  }
}

const isBetter = (one: Peak, other: Peak | undefined): boolean =>
  other === undefined ||
  one.inUse > other.inUse ||
  (one.inUse === other.inUse && one.at < other.at);
