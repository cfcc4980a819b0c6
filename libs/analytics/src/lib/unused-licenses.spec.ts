import fc from 'fast-check';
import { anySpans, anySteps } from '../testing/any-steps';
import { findPeak } from './concurrency';
import { timeAtLevels, timePercentile } from './load-duration';
import { unusedLicenses } from './unused-licenses';

describe('unusedLicenses', () => {
  it('of 20, with a peak of 16 and 12 enough for 99 % of the time, are 4 and 8', () => {
    expect(unusedLicenses({ capacity: 20, peak: 16, q99: 12 })).toEqual({
      neverNeeded: 4,
      rarelyNeeded: 8,
    });
  });

  it('are fewer than none where more was in use than there is', () => {
    expect(unusedLicenses({ capacity: 20, peak: 23, q99: 20 })).toEqual({
      neverNeeded: -3,
      rarelyNeeded: 0,
    });
  });

  it('are not known without capacity, or without observed time', () => {
    expect(unusedLicenses({ capacity: undefined, peak: 3, q99: 2 })).toEqual({
      neverNeeded: undefined,
      rarelyNeeded: undefined,
    });
    expect(unusedLicenses({ capacity: 5, peak: undefined, q99: 2 })).toEqual({
      neverNeeded: undefined,
      rarelyNeeded: 3,
    });
  });

  it('are rarely needed if they are never needed', () => {
    fc.assert(
      fc.property(anySteps, anySpans, fc.nat(10), (steps, observed, capacity) => {
        fc.pre(observed.length > 0);
        const peaks = observed.map(({ from, to }) => findPeak(steps, from, to)?.inUse ?? 0);
        const q99 = timePercentile(timeAtLevels(steps, observed), 0.99);
        const unused = unusedLicenses({ capacity, peak: Math.max(...peaks), q99 });
        expect(unused.rarelyNeeded).toBeGreaterThanOrEqual(unused.neverNeeded ?? NaN);
      }),
    );
  });
});
