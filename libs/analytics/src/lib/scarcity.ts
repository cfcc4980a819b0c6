import { concurrencySteps, type Counting, type Step, type UseInterval } from './concurrency';
import { joinSpans, totalMs, type Observed, type Span } from './span';
import { piecesOf, piecesOfBoth } from './step-function';
import { timeWithin } from './time-within';

/** Licences are scarce when so much of the capacity is in use (features.md §2.5). */
export const SCARCE_SHARE = 0.9;

/**
 * The times of scarcity, U ≥ 0.9 C with something in use (features.md §2.5): the hours that make
 * somebody buy licences.
 *
 * @param use U(t).
 * @param capacity C(t), in the same form.
 * @param observed the times for which use and capacity are both known.
 * @param scarceShare from 0 to 1.
 */
export function scarceTimes(
  use: readonly Step[],
  capacity: readonly Step[],
  observed: Observed,
  scarceShare = SCARCE_SHARE,
): Span[] {
  // A division, as 9 / 10 is the very number that 0.9 stands for, while 0.9 × C is not always exact.
  const scarce = [...piecesOfBoth(use, capacity, observed)].filter(
    ({ first: used, second: seats }) => used > 0 && used / seats >= scarceShare,
  );
  return joinSpans(scarce);
}

/** A hold on licences, and on whose account it is: a user, a group, a department. */
export interface HeldInterval extends UseInterval {
  readonly holder: string;
}

/** What one holder had of the licence-time of the scarce times. */
export interface ScarcityShare {
  readonly holder: string;
  /** Licence-milliseconds while licences were scarce. */
  readonly licenseMs: number;
  /** Of all holders' licence-time while licences were scarce, above 0 to 1. */
  readonly share: number;
}

export interface ScarcityShares {
  /** How long licences were scarce, in milliseconds. */
  readonly scarceMs: number;
  /** Greatest share first; those who held nothing then are left out. Shares sum to 1, if any. */
  readonly holders: readonly ScarcityShare[];
}

/**
 * Shares the licence-time of the scarce times among its holders (features.md §2.5): a fair key for
 * costs, as whoever works at night makes nobody buy licences. Cost: n log n.
 *
 * @param intervals each seat of one holder; of a seat with several, each counts in full.
 * @param scarce as `scarceTimes` gives it for the whole pool.
 */
export function scarcityShares(
  intervals: Iterable<HeldInterval>,
  scarce: readonly Span[],
  counting: Counting,
): ScarcityShares {
  const scarceWithin = timeWithin(scarce);
  const sums = [...groupByHolder(intervals)].map(([holder, held]) => ({
    holder,
    licenseMs: licenseMsWithin(concurrencySteps(held, counting), scarceWithin),
  }));
  const total = sums.reduce((sum, { licenseMs }) => sum + licenseMs, 0);
  const holders = sums
    .filter(({ licenseMs }) => licenseMs > 0)
    .map((sum) => ({ ...sum, share: sum.licenseMs / total }))
    .sort((a, b) => b.licenseMs - a.licenseMs || (a.holder < b.holder ? -1 : 1));
  return { scarceMs: totalMs(joinSpans(scarce)), holders };
}

function groupByHolder(intervals: Iterable<HeldInterval>): Map<string, HeldInterval[]> {
  const groups = new Map<string, HeldInterval[]>();
  for (const interval of intervals) {
    const group = groups.get(interval.holder);
    if (group === undefined) groups.set(interval.holder, [interval]);
    else group.push(interval);
  }
  return groups;
}

function licenseMsWithin(
  steps: readonly Step[],
  within: (from: number, to: number) => number,
): number {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return 0;
  let sum = 0;
  for (const { from, to, value } of piecesOf(steps, [{ from: first.at, to: last.at }])) {
    sum += value * within(from, to);
  }
  return sum;
}
