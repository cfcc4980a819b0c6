import { BucketPeaks } from './bucket-peaks';
import { eachPiece } from './piece-walker';
import { eachStep, type Steps } from './steps';

/**
 * Use of one product over time: U(t) = Σ wᵢ · 1[aᵢ ≤ t < bᵢ], a step function. A sweep over the
 * edges of the intervals in order of time, then of the log: a licence handed on within one
 * millisecond makes no false peak. Cost: n log n for n intervals.
 */

/** One session's hold on licences, the half-open interval [from, to), UTC milliseconds. */
export interface UseInterval {
  readonly from: number;
  readonly to: number;
  /** Place of the start and of the end in the log; orders edges of the same millisecond. */
  readonly fromOrder: number;
  readonly toOrder: number;
  /** Who shares a licence: intervals of one seat count once. */
  readonly seat: string;
  readonly quantity: number;
}

/** `seats`: each distinct seat holds one licence. `quantities`: each interval holds its own. */
export type Counting = 'seats' | 'quantities';

/** From `at` on `inUse` licences are held, until the next step. */
export interface Step {
  readonly at: number;
  readonly inUse: number;
}

/** A step that one grant or one end made; it need not change how many are in use. */
export interface EdgeStep extends Step {
  readonly isGrant: boolean;
}

interface Edge {
  readonly at: number;
  readonly order: number;
  readonly isStart: boolean;
  readonly interval: UseInterval;
}

/**
 * Computes the steps of concurrent use. Steps may share an instant: each single change is one,
 * so that a peak that lasted no time is still seen.
 */
export function concurrencySteps(intervals: Iterable<UseInterval>, counting: Counting): EdgeStep[] {
  const holders = new Map<string, number>();
  let inUse = 0;
  return toEdges(intervals).map(({ at, isStart, interval }) => {
    if (counting === 'quantities') {
      inUse += isStart ? interval.quantity : -interval.quantity;
    } else {
      const before = holders.get(interval.seat) ?? 0;
      const after = before + (isStart ? 1 : -1);
      holders.set(interval.seat, after);
      if (before === 0) inUse++;
      else if (after === 0) inUse--;
    }
    return { at, inUse, isGrant: isStart };
  });
}

function toEdges(intervals: Iterable<UseInterval>): Edge[] {
  const edges: Edge[] = [];
  for (const interval of intervals) {
    edges.push(
      { at: interval.from, order: interval.fromOrder, isStart: true, interval },
      { at: interval.to, order: interval.toOrder, isStart: false, interval },
    );
  }
  // A session of no length starts before it ends.
  const rank = (edge: Edge) => (edge.isStart ? 0 : 1);
  return edges.sort((a, b) => a.at - b.at || a.order - b.order || rank(a) - rank(b));
}

export interface Peak {
  readonly inUse: number;
  /** When it was first reached, UTC milliseconds. */
  readonly at: number;
}

/**
 * Finds the most licences in use within [from, to) and when that was first reached
 * (features.md §2.2). Undefined when the range is empty.
 */
export function findPeak(steps: Steps, from: number, to: number): Peak | undefined {
  if (to <= from) return undefined;
  let inherited = 0;
  let peak: Peak | undefined;
  eachStep(steps, (at, inUse) => {
    if (at < from) inherited = inUse;
    else if (at < to) {
      // What was in use before still holds at `from`, unless it changes at that very instant.
      peak ??= { inUse: at === from ? 0 : inherited, at: from };
      if (inUse > peak.inUse) peak = { inUse, at };
    }
  });
  return peak ?? { inUse: inherited, at: from };
}

/**
 * Licence-time within [from, to): ∫U dt in licence-milliseconds (features.md §2.5). Divide by
 * 3,600,000 for licence-hours.
 */
export function licenseMs(steps: Steps, from: number, to: number): number {
  let total = 0;
  eachPiece(steps, [{ from, to }], (since, until, inUse) => {
    total += inUse * (until - since);
  });
  return total;
}

/** Peaks of `count` buckets of `bucketMs` each, the first one beginning at `from`. */
export function peaksPerBucket(
  steps: Steps,
  from: number,
  bucketMs: number,
  count: number,
): number[] {
  const peaks = new BucketPeaks({ from, bucketMs, count });
  eachStep(steps, (at, inUse) => peaks.step(at, inUse));
  return peaks.end();
}
