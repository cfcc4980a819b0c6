import { BucketPeaks } from './bucket-peaks';

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
export function findPeak(steps: readonly Step[], from: number, to: number): Peak | undefined {
  if (to <= from) return undefined;
  const within = steps.filter((step) => step.at >= from && step.at < to);
  // What was in use before still holds at `from`, unless it changes at that very instant.
  const inherited = steps.findLast((step) => step.at < from)?.inUse ?? 0;
  const isChangedAtOnce = within[0]?.at === from;
  const start = { inUse: isChangedAtOnce ? 0 : inherited, at: from };
  const { inUse, at } = within.reduce<Peak>(
    (peak, step) => (step.inUse > peak.inUse ? step : peak),
    start,
  );
  return { inUse, at };
}

/**
 * Licence-time within [from, to): ∫U dt in licence-milliseconds (features.md §2.5). Divide by
 * 3,600,000 for licence-hours.
 */
export function licenseMs(steps: readonly Step[], from: number, to: number): number {
  let total = 0;
  let inUse = 0;
  let since = from;
  for (const step of steps) {
    if (step.at >= to) break;
    const at = Math.max(from, step.at);
    total += inUse * (at - since);
    since = at;
    inUse = step.inUse;
  }
  return to > since ? total + inUse * (to - since) : total;
}

/** Peaks of `count` buckets of `bucketMs` each, the first one beginning at `from`. */
export function peaksPerBucket(
  steps: readonly Step[],
  from: number,
  bucketMs: number,
  count: number,
): number[] {
  const peaks = new BucketPeaks({ from, bucketMs, count });
  for (const { at, inUse } of steps) peaks.step(at, inUse);
  return peaks.end();
}
