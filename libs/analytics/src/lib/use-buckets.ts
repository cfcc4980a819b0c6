import { BucketPeaks } from './bucket-peaks';
import { PieceWalker } from './piece-walker';
import type { Observed } from './span';
import { eachStep, type Steps } from './steps';

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
export function useBuckets(steps: Steps, observed: Observed, grid: BucketGrid): UseBucket[] {
  const { from, bucketMs, count } = grid;
  const tallies = Array.from({ length: count }, (): Tally => ({
    min: Infinity,
    licenseMs: 0,
    observedMs: 0,
  }));
  let index = 0;
  let end = from + bucketMs;
  const pieces = new PieceWalker(observed, (pieceFrom, pieceTo, inUse) => {
    for (let at = pieceFrom; at < pieceTo; at = Math.min(pieceTo, end)) {
      if (at >= end) {
        index = Math.floor((at - from) / bucketMs);
        end = from + (index + 1) * bucketMs;
      }
      const tally = tallies[index];
      if (tally === undefined) return;
      const ms = Math.min(pieceTo, end) - at;
      if (inUse < tally.min) tally.min = inUse;
      tally.licenseMs += inUse * ms;
      tally.observedMs += ms;
    }
  });
  const bucketPeaks = new BucketPeaks(grid);
  eachStep(steps, (at, inUse) => {
    pieces.step(at, inUse);
    bucketPeaks.step(at, inUse);
  });
  pieces.end();
  const peaks = bucketPeaks.end();
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
