import fc from 'fast-check';
import { anySpans, anySteps, instantsOf, valueAt } from '../testing/any-steps';
import { busyTimes } from './busy-times';
import { utilisation } from './utilisation';

describe('busyTimes', () => {
  it('make a utilisation that leaves out the night', () => {
    const use = [
      { at: 8, inUse: 2 },
      { at: 16, inUse: 0 },
    ];
    const capacity = [{ at: 0, inUse: 4 }];
    const day = [{ from: 0, to: 24 }];
    expect(busyTimes(use, day)).toEqual([{ from: 8, to: 16 }]);
    expect(utilisation(use, capacity, day).share).toBeCloseTo(1 / 6);
    expect(utilisation(use, capacity, busyTimes(use, day)).share).toBe(0.5);
  });

  it('are the observed instants at which something is in use', () => {
    fc.assert(
      fc.property(anySteps, anySpans, (steps, observed) => {
        const expected = instantsOf(observed).filter((at) => valueAt(steps, at) > 0);
        expect(instantsOf(busyTimes(steps, observed))).toEqual(expected);
      }),
    );
  });
});
