import { workingTimes } from './working-calendar';
import { intersectSpans, totalMs } from './span';
import { utilisation } from './utilisation';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);
const office = {
  zone: 'Europe/Paris',
  weekdays: [1, 2, 3, 4, 5],
  hours: { fromHour: 8, toHour: 18 },
  holidays: ['2025-12-25', '2025-12-26'],
};
/** Monday to Sunday. */
const week = { from: at('2025-12-21T23:00:00Z'), to: at('2025-12-28T23:00:00Z') };

describe('workingTimes', () => {
  it('leave out nights, weekends and holidays', () => {
    const times = workingTimes(office, week);
    expect(times).toHaveLength(3);
    expect(times[0]).toEqual({ from: at('2025-12-22T07:00:00Z'), to: at('2025-12-22T17:00:00Z') });
    expect(totalMs(times)).toBe(30 * HOUR);
  });

  it('are joined where they touch', () => {
    const always = { ...office, hours: { fromHour: 0, toHour: 24 }, holidays: [] };
    const [friday] = workingTimes(always, week);
    expect(friday).toEqual({ from: week.from, to: week.from + 5 * 24 * HOUR });
  });

  it('of a night shift belong to the day on which it begins', () => {
    const nights = { ...office, hours: { fromHour: 22, toHour: 6 }, holidays: [] };
    const sunday = { from: at('2025-12-28T00:00:00Z'), to: at('2025-12-28T12:00:00Z') };
    const saturday = { from: at('2025-12-27T00:00:00Z'), to: at('2025-12-27T04:00:00Z') };
    expect(workingTimes(nights, sunday)).toEqual([]);
    expect(workingTimes(nights, saturday)).toHaveLength(1);
  });

  it('make a utilisation by working time', () => {
    const use = [
      { at: at('2025-12-22T07:00:00Z'), inUse: 6 },
      { at: at('2025-12-22T17:00:00Z'), inUse: 0 },
    ];
    const observed = intersectSpans(workingTimes(office, week), [week]);
    expect(utilisation(use, [{ at: 0, inUse: 10 }], observed).share).toBeCloseTo(0.2);
  });
});
