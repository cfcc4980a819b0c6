import fc from 'fast-check';
import { anySpans, anySteps } from '../testing/any-steps';
import { findPeak } from './concurrency';
import { dailyPeaks, meanDailyPeak } from './daily-peaks';
import { averageUse } from './load-duration';
import { joinSpans, totalMs } from './span';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('dailyPeaks', () => {
  it('are of the days of the zone', () => {
    // 23:00 to 01:00 in Paris, 5 licences, 8 of them after midnight.
    const steps = [
      { at: at('2025-07-01T21:00:00Z'), inUse: 5 },
      { at: at('2025-07-01T22:30:00Z'), inUse: 8 },
      { at: at('2025-07-01T23:00:00Z'), inUse: 0 },
    ];
    const observed = [{ from: at('2025-06-30T22:00:00Z'), to: at('2025-07-02T22:00:00Z') }];
    const days = dailyPeaks(steps, observed, 'Europe/Paris');
    expect(days.map(({ date, peak, average }) => [date, peak, average])).toEqual([
      ['2025-07-01', 5, 5 / 24],
      ['2025-07-02', 8, 6.5 / 24],
    ]);
    expect(dailyPeaks(steps, observed, 'UTC').map(({ peak }) => peak)).toEqual([0, 8, 0]);
  });

  it('of a day without observed time are not known', () => {
    const observed = [
      { from: at('2025-07-01T08:00:00Z'), to: at('2025-07-01T10:00:00Z') },
      { from: at('2025-07-03T08:00:00Z'), to: at('2025-07-03T09:00:00Z') },
    ];
    const days = dailyPeaks([{ at: 0, inUse: 2 }], observed, 'UTC');
    expect(days.map(({ observedMs, peak }) => [observedMs, peak])).toEqual([
      [2 * HOUR, 2],
      [0, undefined],
      [HOUR, 2],
    ]);
    expect(days[1]?.average).toBeUndefined();
  });

  it('speak of the 25 hours of the day on which the clock goes back', () => {
    const observed = [{ from: at('2025-10-25T22:00:00Z'), to: at('2025-10-26T23:00:00Z') }];
    expect(dailyPeaks([], observed, 'Europe/Paris')).toMatchObject([
      { date: '2025-10-26', observedMs: 25 * HOUR, peak: 0, average: 0 },
    ]);
  });

  it('see a peak that lasted no time', () => {
    const steps = [
      { at: 10, inUse: 2 },
      { at: 10, inUse: 1 },
    ];
    expect(dailyPeaks(steps, [{ from: 0, to: 100 }], 'UTC')).toMatchObject([{ peak: 2 }]);
  });

  it('have the peak of the whole time for their greatest, and its average for their mean', () => {
    fc.assert(
      fc.property(anySteps, anySpans, (steps, spans) => {
        fc.pre(spans.length > 0);
        // Instants of the testing helpers are hours here, so that spans go over days.
        const hourly = steps.map((step) => ({ ...step, at: step.at * HOUR }));
        const observed = joinSpans(
          spans.map(({ from, to }) => ({ from: from * HOUR, to: to * HOUR })),
        );
        const days = dailyPeaks(hourly, observed, 'America/New_York');
        const peaks = observed.map(({ from, to }) => findPeak(hourly, from, to)?.inUse ?? -1);
        expect(Math.max(...days.map(({ peak }) => peak ?? -1))).toBe(Math.max(...peaks));
        const observedMs = days.reduce((sum, day) => sum + day.observedMs, 0);
        expect(observedMs).toBe(totalMs(observed));
        const licenseMs = days.reduce((sum, day) => sum + (day.average ?? 0) * day.observedMs, 0);
        expect(licenseMs / observedMs).toBeCloseTo(averageUse(hourly, observed) ?? NaN, 9);
      }),
    );
  });

  it('of nothing observed are none', () => {
    expect(dailyPeaks([{ at: 0, inUse: 1 }], [], 'UTC')).toEqual([]);
  });
});

describe('meanDailyPeak', () => {
  it('is over the days that are known', () => {
    expect(meanDailyPeak([{ peak: 4 }, { peak: undefined }, { peak: 0 }, { peak: 8 }])).toBe(4);
  });

  it('of no known day is not known', () => {
    expect(meanDailyPeak([{ peak: undefined }])).toBeUndefined();
  });
});
