import fc from 'fast-check';
import { anySpans, anySteps } from '../testing/any-steps';
import { dailyPeaks } from './daily-peaks';
import { averageOfPeak, peakRatio } from './peak-ratio';

describe('peakRatio', () => {
  it('of 9 licences in use at once of 12 is three quarters', () => {
    expect(peakRatio(9, 12)).toBe(0.75);
  });

  it('above capacity is shown, not clipped', () => {
    expect(peakRatio(15, 12)).toBe(1.25);
  });

  it.each([
    [undefined, 12],
    [9, undefined],
    [0, 0],
  ])('of %p by %p is not known', (peak, capacity) => {
    expect(peakRatio(peak, capacity)).toBeUndefined();
  });
});

describe('averageOfPeak', () => {
  it('of 3 licences on average with a peak of 12 is a quarter', () => {
    expect(averageOfPeak({ average: 3, peak: 12 })).toBe(0.25);
  });

  it('of a day without use, or without observed time, is not known', () => {
    expect(averageOfPeak({ average: 0, peak: 0 })).toBeUndefined();
    expect(averageOfPeak({ average: undefined, peak: undefined })).toBeUndefined();
  });

  it('is at most 1 of any day', () => {
    fc.assert(
      fc.property(anySteps, anySpans, (steps, observed) => {
        for (const day of dailyPeaks(steps, observed, 'UTC')) {
          expect(averageOfPeak(day) ?? 0).toBeGreaterThanOrEqual(0);
          expect(averageOfPeak(day) ?? 1).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
