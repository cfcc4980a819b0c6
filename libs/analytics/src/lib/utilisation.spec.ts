import fc from 'fast-check';
import { anySpans, anySteps, instantsOf, valueAt } from '../testing/any-steps';
import { utilisation } from './utilisation';

describe('utilisation', () => {
  it('of 4 of 10 licences for half of the time is a fifth', () => {
    const use = [
      { at: 0, inUse: 4 },
      { at: 50, inUse: 0 },
    ];
    expect(utilisation(use, [{ at: 0, inUse: 10 }], [{ from: 0, to: 100 }])).toEqual({
      usedMs: 200,
      capacityMs: 1_000,
      share: 0.2,
      fullMs: 0,
      overageMs: 0,
    });
  });

  it('above capacity is shown, not clipped', () => {
    const result = utilisation([{ at: 0, inUse: 3 }], [{ at: 0, inUse: 2 }], [{ from: 0, to: 10 }]);
    expect(result).toMatchObject({ share: 1.5, fullMs: 10, overageMs: 10 });
  });

  it('without capacity is not known', () => {
    expect(utilisation([], [], [{ from: 0, to: 10 }]).share).toBeUndefined();
  });

  it('is what its definition says, instant by instant', () => {
    fc.assert(
      fc.property(anySteps, anySteps, anySpans, (use, capacity, observed) => {
        const sum = { usedMs: 0, capacityMs: 0, fullMs: 0, overageMs: 0 };
        for (const at of instantsOf(observed)) {
          const [used, seats] = [valueAt(use, at), valueAt(capacity, at)];
          sum.usedMs += used;
          sum.capacityMs += seats;
          sum.overageMs += Math.max(0, used - seats);
          if (used >= seats) sum.fullMs++;
        }
        expect(utilisation(use, capacity, observed)).toMatchObject(sum);
      }),
    );
  });
});
