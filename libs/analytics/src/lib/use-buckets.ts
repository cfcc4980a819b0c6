import { peaksPerBucket, type Step } from './concurrency';
import { piecesOf } from './step-function';
import type { Observed } from './span';

/** What was in use during one of several equal times. */
export interface UseBucket {
  /** Start, UTC milliseconds. */
  readonly at: number;
  /** Least and most licences in use; undefined where nothing was observed. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Weighted by time, over the observed part. */
  readonly average: number | undefined;
  /** Share of the time that was observed, from 0 to 1. */
  readonly coverage: number;
}

/** Equal times, the first one beginning at `from`; all in milliseconds. */
export interface BucketGrid {
  readonly from: number;
  readonly bucketMs: number;
  readonly count: number;
}

interface Tally {
  min: number;
  licenseMs: number;
  observedMs: number;
}

/**
 * U(t) in so many equal times that a picture can show them: peaks survive, whatever the size
 * (dashboard.md §4). The averages, weighted by what was observed, add up to the licence-time.
 *
 * @param observed within the grid.
 */
export function useBuckets(
  steps: readonly Step[],
  observed: Observed,
  { from, bucketMs, count }: BucketGrid,
): UseBucket[] {
  const tallies = Array.from({ length: count }, (): Tally => ({
    min: Infinity,
    licenseMs: 0,
    observedMs: 0,
  }));
  for (const piece of piecesOf(steps, observed)) {
    for (let at = piece.from; at < piece.to;) {
      const index = Math.floor((at - from) / bucketMs);
      const end = Math.min(piece.to, from + (index + 1) * bucketMs);
      const tally = tallies[index];
      if (tally !== undefined) {
        tally.min = Math.min(tally.min, piece.value);
        tally.licenseMs += piece.value * (end - at);
        tally.observedMs += end - at;
      }
      at = end;
    }
  }
  const peaks = peaksPerBucket(steps, from, bucketMs, count);
  return tallies.map(({ min, licenseMs, observedMs }, index) => {
    const isKnown = observedMs > 0;
    return {
      at: from + index * bucketMs,
      min: isKnown ? min : undefined,
      max: isKnown ? (peaks[index] ?? 0) : undefined,
      average: isKnown ? licenseMs / observedMs : undefined,
      coverage: observedMs / bucketMs,
    };
  });
}
