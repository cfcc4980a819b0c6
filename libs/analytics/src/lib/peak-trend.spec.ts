import fc from 'fast-check';
import { peakTrend, trendOn } from './peak-trend';

const anyPeaks = fc.array(fc.option(fc.nat(500), { nil: undefined, freq: 4 }), { maxLength: 60 });
const known = (peaks: readonly (number | undefined)[]) =>
  peaks.flatMap((peak, day) => (peak === undefined ? [] : [{ peak, day }]));

describe('peakTrend', () => {
  it('of peaks of 10, 14, 12 and 16 rises by 1.6 a day, and is lifted by 1.8', () => {
    const trend = peakTrend([10, 14, 12, 16]);
    expect(trend?.perDay).toBeCloseTo(1.6, 12);
    expect(trend?.onDay0).toBeCloseTo(10.6, 12);
    expect(trend?.lift).toBeCloseTo(1.8, 12);
    expect(trend?.days).toBe(4);
    expect(trend && trendOn(trend, 10).expected).toBeCloseTo(26.6, 12);
    expect(trend && trendOn(trend, 10).ceiling).toBeCloseTo(28.4, 12);
  });

  it('leaves out days that are not known', () => {
    expect(peakTrend([10, undefined, 12, undefined])).toEqual({
      perDay: 1,
      onDay0: 10,
      lift: 0,
      days: 2,
    });
  });

  it.each([[[]], [[5]], [[undefined, 5, undefined]]])('of %j is not known', (peaks) => {
    expect(peakTrend(peaks)).toBeUndefined();
  });

  it('has no other line that is nearer, by least squares', () => {
    const anyNudge = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyPeaks, anyNudge, anyNudge, (peaks, slope, height) => {
        const trend = peakTrend(peaks);
        fc.pre(trend !== undefined);
        const errorOf = (line: (day: number) => number) =>
          known(peaks).reduce((sum, { day, peak }) => sum + (peak - line(day)) ** 2, 0);
        const least = errorOf((day) => trendOn(trend, day).expected);
        const other = errorOf((day) => trendOn(trend, day).expected + height + slope * day);
        expect(least).toBeLessThanOrEqual(other + 1e-6);
      }),
    );
  });

  it('has a second line that no peak exceeds, and one peak reaches', () => {
    fc.assert(
      fc.property(anyPeaks, (peaks) => {
        const trend = peakTrend(peaks);
        fc.pre(trend !== undefined);
        const rooms = known(peaks).map(({ day, peak }) => trendOn(trend, day).ceiling - peak);
        expect(Math.min(...rooms)).toBeCloseTo(0, 6);
      }),
    );
  });
});
