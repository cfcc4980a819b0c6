import { hourOfWeekOf } from '@license-monitor/analytics';
import { assert, constantFrom, integer, property } from 'fast-check';
import { HOUR, NOW } from '../../testing/samples';
import { findLastHour } from './last-hour';

const DAY = 24 * HOUR;
const weeks = { from: NOW - 28 * DAY, to: NOW };

describe('findLastHour', () => {
  it('is of this week where it has been, else of the one before', () => {
    // It is Tuesday, 14:02 in Paris.
    expect(findLastHour({ weekday: 1, hour: 14 }, weeks, 'Europe/Paris')).toEqual({
      from: Date.UTC(2026, 10, 23, 13),
      to: Date.UTC(2026, 10, 23, 14),
    });
    expect(findLastHour({ weekday: 3, hour: 0 }, weeks, 'Europe/Paris')).toEqual({
      from: Date.UTC(2026, 10, 17, 23),
      to: Date.UTC(2026, 10, 18, 0),
    });
  });

  it('lies in the range, or is not there', () => {
    const today = { from: NOW - HOUR, to: NOW };
    expect(findLastHour({ weekday: 1, hour: 14 }, today, 'Europe/Paris')).toBeNull();
  });

  it('is a week earlier where spring has skipped it, and longer where autumn repeats it', () => {
    const sunday = { weekday: 7, hour: 2 };
    const spring = { from: 0, to: Date.UTC(2026, 2, 29, 12) };
    expect(findLastHour(sunday, spring, 'Europe/Paris')?.from).toBe(Date.UTC(2026, 2, 22, 1));
    const autumn = { from: 0, to: Date.UTC(2026, 9, 25, 12) };
    expect(findLastHour(sunday, autumn, 'Europe/Paris')).toEqual({
      from: Date.UTC(2026, 9, 25, 0),
      to: Date.UTC(2026, 9, 25, 2),
    });
  });

  it('is that hour of the week in every zone', () => {
    const zones = constantFrom('Europe/Paris', 'Asia/Kolkata', 'America/St_Johns', 'UTC');
    assert(
      property(zones, integer({ min: 0, max: 167 }), (zone, index) => {
        const wanted = { weekday: Math.floor(index / 24) + 1, hour: index % 24 };
        const found = findLastHour(wanted, weeks, zone);
        expect(hourOfWeekOf(zone)(found?.from ?? 0)).toBe(index);
        expect(hourOfWeekOf(zone)((found?.to ?? 0) - 1)).toBe(index);
      }),
      { numRuns: 40 },
    );
  });
});
