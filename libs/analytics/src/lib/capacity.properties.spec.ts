import fc from 'fast-check';
import { valueAt } from '../testing/any-steps';
import {
  boundedCapacity,
  CAPACITY_PRECEDENCE,
  capacityIntervals,
  capacitySteps,
  type Capacity,
} from './capacity';
import type { CapacityPool, CapacityReport } from './capacity-statements';

const END = 121;
const anyEdge = fc.option(fc.nat(100));
const anyPool: fc.Arbitrary<CapacityPool> = fc.record({
  key: fc.constant('a'),
  seats: fc.option(fc.nat(5), { freq: 9 }),
  from: anyEdge,
  to: anyEdge,
});
const anyReport: fc.Arbitrary<CapacityReport> = fc.record({
  source: fc.constantFrom(...CAPACITY_PRECEDENCE),
  from: fc.nat(100),
  to: fc.constant(null),
  pools: fc.array(anyPool, { maxLength: 3 }),
});
const anyReports = fc.array(anyReport, { maxLength: 8 });

const instants = Array.from({ length: END }, (_, at) => at);
const findAt = <Part extends Capacity>(parts: readonly Part[], at: number) =>
  parts.find(({ from, to }) => from <= at && at < (to ?? Infinity));

describe('capacity intervals', () => {
  it('are in order, of some length, and do not overlap', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const edges = capacityIntervals(reports).flatMap(({ from, to }) => [from, to ?? Infinity]);
        expect(edges).toEqual([...edges].sort((a, b) => a - b));
        const isEmpty = edges.some((edge, index) => index % 2 === 0 && edges[index + 1] === edge);
        expect(isEmpty).toBe(false);
      }),
    );
  });

  it('never let a source win against a weightier one that says something', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const all = capacityIntervals(reports);
        const alone = CAPACITY_PRECEDENCE.map((source) =>
          capacityIntervals(reports.filter((one) => one.source === source)),
        );
        const expected = instants.map((at) => {
          const said = alone.flatMap((intervals) => findAt(intervals, at) ?? []);
          const voices = said.map(({ source, seats }) => ({ source, seats }));
          const [first, ...rest] = voices;
          return first && { ...first, others: rest.filter(({ seats }) => seats !== first.seats) };
        });
        const actual = instants.map((at) => {
          const found = findAt(all, at);
          return found && { source: found.source, seats: found.seats, others: found.others };
        });
        expect(actual).toEqual(expected);
      }),
    );
  });

  it('of a poll are, instant by instant, what the last report before lists', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const polls = reports.map((one) => ({ ...one, source: 'usageCsv' as const }));
        const intervals = capacityIntervals(polls);
        const actual = instants.map((at) => findAt(intervals, at)?.seats);
        expect(actual).toEqual(instants.map((at) => seatsByDefinition(polls, at)));
      }),
    );
  });

  it('are the same as steps, where a number of seats is known', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const intervals = capacityIntervals(reports);
        const steps = capacitySteps(intervals);
        const known = boundedCapacity(intervals, END);
        const isKnown = (at: number) => known.some(({ from, to }) => from <= at && at < to);
        const actual = instants.map((at) => (isKnown(at) ? valueAt(steps, at) : null));
        expect(actual).toEqual(instants.map((at) => findAt(intervals, at)?.seats ?? null));
      }),
    );
  });
});

/** Undefined: not known; null: without limit. */
function seatsByDefinition(
  polls: readonly CapacityReport[],
  at: number,
): number | null | undefined {
  const inOrder = [...polls].sort((a, b) => a.from - b.from);
  const last = inOrder.findLast(({ from }) => from <= at);
  if (last === undefined) return undefined;
  const isOver = ({ to }: CapacityPool) => to !== null && to <= at;
  const isLatest = last === inOrder.at(-1);
  if (isLatest && last.pools.length > 0 && last.pools.every(isOver)) return undefined;
  const holding = last.pools.filter((pool) => !isOver(pool) && (pool.from ?? 0) <= at);
  if (holding.some(({ seats }) => seats === null)) return null;
  return holding.reduce((sum, { seats }) => sum + (seats ?? 0), 0);
}
