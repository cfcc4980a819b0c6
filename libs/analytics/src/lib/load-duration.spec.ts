import fc from 'fast-check';
import { anySpans, anySteps, instantsOf, valueAt } from '../testing/any-steps';
import { licenseMs } from './concurrency';
import { averageUse, loadDuration, timeAtLevels, timePercentile } from './load-duration';
import { totalMs } from './span';

const HOUR = 3_600_000;

/** A day with 2 licences from 8 to 18 o'clock and 5 from 10 to 11. */
const day = [
  { at: 8 * HOUR, inUse: 2 },
  { at: 10 * HOUR, inUse: 5 },
  { at: 11 * HOUR, inUse: 2 },
  { at: 18 * HOUR, inUse: 0 },
];
const wholeDay = [{ from: 0, to: 24 * HOUR }];

describe('the load-duration curve', () => {
  it('of a day with 2 licences for ten hours, 5 of them for one', () => {
    const curve = loadDuration(timeAtLevels(day, wholeDay));
    expect(curve.map(({ licenses, ms }) => [licenses, ms / HOUR])).toEqual([
      [1, 10],
      [2, 10],
      [3, 1],
      [4, 1],
      [5, 1],
    ]);
    expect(curve[0]?.share).toBeCloseTo(10 / 24);
  });

  it('is empty where nothing was in use, or nothing observed', () => {
    expect(loadDuration(timeAtLevels([], wholeDay))).toEqual([]);
    expect(loadDuration(timeAtLevels(day, []))).toEqual([]);
  });

  it('has the licence-time for its area', () => {
    fc.assert(
      fc.property(anySteps, anySpans, (steps, observed) => {
        const area = loadDuration(timeAtLevels(steps, observed)).reduce(
          (sum, { ms }) => sum + ms,
          0,
        );
        const expected = observed.reduce(
          (sum, { from, to }) => sum + licenseMs(steps, from, to),
          0,
        );
        expect(area).toBe(expected);
      }),
    );
  });
});

describe('averageUse', () => {
  it('is the licence-time over the observed time', () => {
    expect(averageUse(day, wholeDay)).toBeCloseTo((2 * 10 + 3) / 24);
    expect(averageUse(day, [{ from: 10 * HOUR, to: 11 * HOUR }])).toBe(5);
  });

  it('of no time is not known', () => {
    expect(averageUse(day, [])).toBeUndefined();
  });
});

describe('timePercentile', () => {
  it('is how many licences were enough for that share of the time', () => {
    const times = timeAtLevels(day, wholeDay);
    expect([0.5, 0.6, 0.95, 0.96, 1].map((p) => timePercentile(times, p))).toEqual([0, 2, 2, 5, 5]);
    expect(timePercentile(new Map(), 0.95)).toBeUndefined();
  });

  it('is the least number for which its definition holds', () => {
    fc.assert(
      fc.property(
        anySteps,
        anySpans,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (steps, spans, p) => {
          fc.pre(totalMs(spans) > 0);
          const level = timePercentile(timeAtLevels(steps, spans), p) ?? NaN;
          const instants = instantsOf(spans);
          const shareUpTo = (n: number) =>
            instants.filter((at) => valueAt(steps, at) <= n).length / instants.length;
          expect(shareUpTo(level)).toBeGreaterThanOrEqual(p - 1e-9);
          expect(shareUpTo(level - 1)).toBeLessThan(p);
        },
      ),
    );
  });
});
