import fc from 'fast-check';
import { anyUse } from '../testing/any-use';
import {
  concurrencySteps,
  findPeak,
  licenseMs,
  peaksPerBucket,
  type Counting,
  type UseInterval,
} from './concurrency';

let order = 0;
const use = (from: number, to: number, seat = `seat ${order}`, quantity = 1): UseInterval => ({
  from,
  to,
  fromOrder: order++,
  toOrder: order++,
  seat,
  quantity,
});

const anyCounting = fc.constantFrom<Counting>('seats', 'quantities');

/** U(t) by its definition, without a sweep. */
function inUseAt(intervals: readonly UseInterval[], counting: Counting, at: number): number {
  const held = intervals.filter(({ from, to }) => from <= at && at < to);
  return counting === 'seats'
    ? new Set(held.map(({ seat }) => seat)).size
    : held.reduce((sum, { quantity }) => sum + quantity, 0);
}

describe('concurrencySteps', () => {
  it('counts a seat once, however many sessions share it', () => {
    const steps = concurrencySteps([use(0, 10, 'ann on ws1'), use(5, 20, 'ann on ws1')], 'seats');
    expect(findPeak(steps, 0, 30)).toEqual({ inUse: 1, at: 0 });
    expect(licenseMs(steps, 0, 30)).toBe(20);
  });

  it('sums quantities of tokens', () => {
    const steps = concurrencySteps([use(0, 10, 'a', 5), use(5, 20, 'a', 3)], 'quantities');
    expect(findPeak(steps, 0, 30)).toEqual({ inUse: 8, at: 5 });
    expect(licenseMs(steps, 0, 30)).toBe(5 * 10 + 3 * 15);
  });

  it('makes no false peak of a licence that is handed on within one millisecond', () => {
    const first = { ...use(0, 10, 'a'), toOrder: 7 };
    const second = { ...use(10, 20, 'b'), fromOrder: 8 };
    expect(findPeak(concurrencySteps([second, first], 'seats'), 0, 30)?.inUse).toBe(1);
  });

  it('sees a peak that lasted no time, when the log says so', () => {
    const first = { ...use(0, 10, 'a'), toOrder: 8 };
    const second = { ...use(10, 20, 'b'), fromOrder: 7 };
    expect(findPeak(concurrencySteps([second, first], 'seats'), 0, 30)?.inUse).toBe(2);
  });

  it('equals the definition at every instant, and ends at nothing in use', () => {
    fc.assert(
      fc.property(anyUse, anyCounting, (intervals, counting) => {
        const steps = concurrencySteps(intervals, counting);
        for (let at = 0; at <= 140; at++) {
          const last = steps.filter((step) => step.at <= at).at(-1);
          expect(last?.inUse ?? 0).toBe(inUseAt(intervals, counting, at));
        }
        expect(steps.at(-1)?.inUse ?? 0).toBe(0);
      }),
    );
  });
});

describe('licenseMs', () => {
  it('is the sum of in use over every millisecond of the range', () => {
    fc.assert(
      fc.property(
        anyUse,
        anyCounting,
        fc.nat(60),
        fc.nat(90),
        (intervals, counting, from, length) => {
          const steps = concurrencySteps(intervals, counting);
          let expected = 0;
          for (let at = from; at < from + length; at++)
            expected += inUseAt(intervals, counting, at);
          expect(licenseMs(steps, from, from + length)).toBe(expected);
        },
      ),
    );
  });
});

describe('findPeak', () => {
  it('is the largest step of the range, or what the range inherits', () => {
    const steps = concurrencySteps([use(0, 50, 'a'), use(10, 20, 'b'), use(15, 18, 'c')], 'seats');
    expect(findPeak(steps, 0, 100)).toEqual({ inUse: 3, at: 15 });
    expect(findPeak(steps, 18, 100)).toEqual({ inUse: 2, at: 18 });
    expect(findPeak(steps, 30, 100)).toEqual({ inUse: 1, at: 30 });
    expect(findPeak(steps, 50, 100)).toEqual({ inUse: 0, at: 50 });
  });

  it('knows nothing of an empty range', () => {
    expect(findPeak([], 5, 5)).toBeUndefined();
  });
});

describe('peaksPerBucket', () => {
  it('never lowers a peak: the highest bucket is the peak of the range', () => {
    fc.assert(
      fc.property(anyUse, anyCounting, fc.nat(50), (intervals, counting, from) => {
        const steps = concurrencySteps(intervals, counting);
        const peaks = peaksPerBucket(steps, from, 10, 12);
        expect(peaks).toHaveLength(12);
        expect(Math.max(...peaks)).toBe(findPeak(steps, from, from + 120)?.inUse);
      }),
    );
  });

  it('gives each bucket what it inherits and what happens in it', () => {
    const steps = concurrencySteps([use(5, 25, 'a'), use(12, 14, 'b')], 'seats');
    expect(peaksPerBucket(steps, 0, 10, 4)).toEqual([1, 2, 1, 0]);
  });
});
