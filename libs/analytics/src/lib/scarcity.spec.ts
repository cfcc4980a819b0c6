import fc from 'fast-check';
import { anySpans, anySteps, instantsOf, valueAt } from '../testing/any-steps';
import { anyUse } from '../testing/any-use';
import { concurrencySteps, licenseMs, type Counting } from './concurrency';
import { scarceTimes, scarcityShares, type HeldInterval } from './scarcity';
import { totalMs } from './span';

const HOUR = 3_600_000;
let order = 0;
const hold = (holder: string, from: number, to: number, quantity = 1): HeldInterval => ({
  from: from * HOUR,
  to: to * HOUR,
  fromOrder: order++,
  toOrder: order++,
  seat: `${holder} ${order}`,
  quantity,
  holder,
});
const day = [{ from: 0, to: 24 * HOUR }];

describe('scarceTimes', () => {
  it('begin at nine tenths of the capacity, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (tenth) => {
        const capacity = [{ at: 0, inUse: tenth * 10 }];
        const timesOf = (inUse: number) => scarceTimes([{ at: 0, inUse }], capacity, day);
        expect(totalMs(timesOf(tenth * 9))).toBe(24 * HOUR);
        expect(timesOf(tenth * 9 - 1)).toEqual([]);
      }),
    );
  });

  it('are those where more is in use than there is, but not where nothing is', () => {
    expect(scarceTimes([{ at: 0, inUse: 1 }], [], day)).toEqual(day);
    expect(scarceTimes([], [], day)).toEqual([]);
  });

  it('are the instants for which the definition holds', () => {
    const anyShare = fc.constantFrom(0, 0.5, 0.75, 0.9, 1);
    fc.assert(
      fc.property(anySteps, anySteps, anySpans, anyShare, (use, capacity, observed, share) => {
        const expected = instantsOf(observed).filter((at) => {
          const [used, seats] = [valueAt(use, at), valueAt(capacity, at)];
          return used > 0 && used * 100 >= share * 100 * seats;
        });
        expect(instantsOf(scarceTimes(use, capacity, observed, share))).toEqual(expected);
      }),
    );
  });
});

describe('scarcityShares', () => {
  it('charges those who held licences when there were none left', () => {
    // 2 licences. Ann works 8 to 12, Bob 10 to 12 and the whole night, when licences are free.
    const intervals = [hold('ann', 8, 12), hold('bob', 10, 12), hold('bob', 14, 24)];
    const use = concurrencySteps(intervals, 'seats');
    const scarce = scarceTimes(use, [{ at: 0, inUse: 2 }], day);
    const { scarceMs, holders } = scarcityShares(intervals, scarce, 'seats');
    expect(scarceMs).toBe(2 * HOUR);
    expect(holders).toEqual([
      { holder: 'ann', licenseMs: 2 * HOUR, share: 0.5 },
      { holder: 'bob', licenseMs: 2 * HOUR, share: 0.5 },
    ]);
  });

  it('weighs tokens by their quantity, and leaves out who held none', () => {
    const intervals = [hold('ann', 0, 4, 6), hold('bob', 2, 4, 4), hold('cem', 20, 21, 1)];
    const scarce = [{ from: 2 * HOUR, to: 4 * HOUR }];
    const { holders } = scarcityShares(intervals, scarce, 'quantities');
    expect(holders.map(({ holder, share }) => [holder, share])).toEqual([
      ['ann', 0.6],
      ['bob', 0.4],
    ]);
    const costs = holders.map(({ share }) => 1_000 * share);
    expect(costs).toEqual([600, 400]);
  });

  it('has no shares where licences were never scarce', () => {
    expect(scarcityShares([hold('ann', 0, 4)], [], 'seats')).toEqual({ scarceMs: 0, holders: [] });
  });

  it('sums to 1, and its licence-time to that of the pool', () => {
    const anyCounting = fc.constantFrom<Counting>('seats', 'quantities');
    fc.assert(
      fc.property(anyUse, anySpans, anyCounting, (intervals, scarce, counting) => {
        const held = intervals.map((interval) => ({
          ...interval,
          holder: interval.seat < 'c' ? 'group 1' : 'group 2',
        }));
        const steps = concurrencySteps(held, counting);
        const expected = scarce.reduce((sum, { from, to }) => sum + licenseMs(steps, from, to), 0);
        const { holders } = scarcityShares(held, scarce, counting);
        expect(holders.reduce((sum, one) => sum + one.licenseMs, 0)).toBe(expected);
        if (expected > 0) {
          expect(holders.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });
});
