import type { Step } from './concurrency';
import type { Span } from './span';
import {
  addSeats,
  capacityStatements,
  cut,
  type CapacityReport,
  type CapacitySource,
  type CapacityStatement,
} from './capacity-statements';

/** Sources by their weight: at any instant the first one that says something counts. */
export const CAPACITY_PRECEDENCE: readonly CapacitySource[] = [
  'manual',
  'usageCsv',
  'usageText',
  'licenseInfo',
];

/** How many seats there are during a time. */
export interface Capacity {
  /** UTC milliseconds, half-open. */
  readonly from: number;
  /** Null: until further notice. */
  readonly to: number | null;
  /** Null: without limit. Zero is known to be none. */
  readonly seats: number | null;
  /** Whether it is concluded from a later report, or from a date that is not written. */
  readonly isAssumed: boolean;
}

/** C(t) of one product and model at one server, with who says so. */
export interface CapacityInterval extends Capacity {
  readonly source: CapacitySource;
  /** Sources that say otherwise of this time, in the order of their weight. */
  readonly others: readonly { readonly source: CapacitySource; readonly seats: number | null }[];
}

/**
 * C(t) of one product and model at one server, from all that was reported (features.md §3, 18, 24).
 * Pools of one report are added up; a pool ends when it expires. A report of a poll holds until the
 * next one of its source, the last one until its pools have expired. The file kept by hand counts as
 * it was read last, for the times that its entries name. A list of enrolled licences speaks of the
 * time before it, too, as an assumption.
 *
 * @param reports complete ones only, in any order; those without pools of the product, too.
 * @returns intervals in order that do not overlap; where there is none, nothing is known.
 */
export function capacityIntervals(reports: readonly CapacityReport[]): CapacityInterval[] {
  const voices = CAPACITY_PRECEDENCE.map((source) => {
    const own = reports.filter((report) => report.source === source);
    return { source, statements: capacityStatements(source, own) };
  });
  const pieces = together(voices.map(({ statements }) => statements));
  const intervals = pieces.flatMap(({ from, to, values }): CapacityInterval[] => {
    const said = voices.flatMap(({ source }, index) => {
      const statement = values[index];
      return statement === undefined ? [] : [{ source, ...statement }];
    });
    const [first, ...rest] = said;
    if (first === undefined) return [];
    const { source, seats, isAssumed } = first;
    const others = rest
      .filter((other) => other.seats !== seats)
      .map((other) => ({ source: other.source, seats: other.seats }));
    return [{ from, to, seats, isAssumed, source, others }];
  });
  return joinEqual(intervals);
}

/**
 * The seats of several servers together, for the times of which those of all are known: a part of
 * them is no capacity (features.md §2.2). Without limit where one of them is.
 */
export function sumCapacity(servers: readonly (readonly Capacity[])[]): Capacity[] {
  const functions = servers.map((one) => one.map((part) => ({ ...part, to: part.to ?? Infinity })));
  const sums = together(functions).flatMap(({ from, to, values }): Capacity[] => {
    const known = values.filter((value) => value !== undefined);
    if (known.length < servers.length) return [];
    const seats = addSeats(known.map((value) => value.seats));
    return [{ from, to, seats, isAssumed: known.some(({ isAssumed }) => isAssumed) }];
  });
  return joinEqual(sums);
}

/**
 * C(t) in the form of `utilisation`. Where it is not known, or without limit, the function is 0: ask
 * of the times of `boundedCapacity` only.
 */
export function capacitySteps(capacity: readonly Capacity[]): Step[] {
  return capacity.flatMap(({ from, to, seats }, index) => {
    const isFollowed = to === null || capacity[index + 1]?.from === to;
    const step = { at: from, inUse: seats ?? 0 };
    return isFollowed ? [step] : [step, { at: to, inUse: 0 }];
  });
}

/**
 * The times for which a number of seats is known: without limit there is no share of it.
 *
 * @param until end of what goes on until further notice, UTC milliseconds.
 */
export function boundedCapacity(capacity: readonly Capacity[], until: number): Span[] {
  return capacity
    .filter(({ seats }) => seats !== null)
    .map(({ from, to }) => ({ from, to: Math.min(to ?? until, until) }))
    .filter(({ from, to }) => from < to);
}

type Piece = Pick<Capacity, 'from' | 'to'> & {
  /** What each of the functions says; undefined where it says nothing. */
  readonly values: readonly (Omit<CapacityStatement, 'from' | 'to'> | undefined)[];
};

/** Cuts several functions of time at all their edges. */
function together(functions: readonly (readonly CapacityStatement[])[]): Piece[] {
  const edges = functions.flat().flatMap(({ from, to }) => [from, to]);
  const next = functions.map(() => 0);
  const window = { from: Math.min(...edges), to: Math.max(...edges) };
  return cut(window, edges).map(({ from, to }) => {
    const values = functions.map((parts, index) => {
      let at = next[index] ?? 0;
      while ((parts[at]?.to ?? Infinity) <= from) at++;
      next[index] = at;
      const part = parts[at];
      return part !== undefined && part.from <= from ? part : undefined;
    });
    return { from, to: to === Infinity ? null : to, values };
  });
}

/** Joins intervals that touch and say the same. */
function joinEqual<Part extends Capacity>(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isSame = last !== undefined && last.to === part.from && sayingOf(last) === sayingOf(part);
    if (isSame) joined[joined.length - 1] = { ...last, to: part.to };
    else joined.push(part);
  }
  return joined;
}

const sayingOf = (part: Capacity) => JSON.stringify({ ...part, from: 0, to: 0 });
