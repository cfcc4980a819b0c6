import { assert, constantFrom, integer, property } from 'fast-check';
import { HOUR } from '../../testing/samples';
import { toLocalDays } from './local-days';

const hoursOf = (from: number, to: number, zone: string) =>
  toLocalDays(from, to, zone).map((day) => [day.date, (day.to - day.from) / HOUR]);

describe('toLocalDays', () => {
  it('cuts at the midnights of the zone', () => {
    const noon = Date.UTC(2026, 10, 23, 11);
    expect(hoursOf(noon, noon + 24 * HOUR, 'Europe/Paris')).toEqual([
      ['2026-11-23', 12],
      ['2026-11-24', 12],
    ]);
  });

  it('has days of 23 and of 25 hours where the clock changes', () => {
    const spring = Date.UTC(2026, 2, 28, 23);
    const autumn = Date.UTC(2026, 9, 24, 22);
    expect(hoursOf(spring, spring + 23 * HOUR, 'Europe/Paris')).toEqual([['2026-03-29', 23]]);
    expect(hoursOf(autumn, autumn + 25 * HOUR, 'Europe/Paris')).toEqual([['2026-10-25', 25]]);
  });

  it('has no day of an empty range', () => {
    expect(toLocalDays(5, 5, 'UTC')).toEqual([]);
  });

  it('leaves out nothing and repeats nothing, in any zone', () => {
    const zones = constantFrom('UTC', 'Europe/Paris', 'America/St_Johns', 'Pacific/Apia');
    const start = integer({ min: Date.UTC(2011, 0), max: Date.UTC(2030, 0) });
    assert(
      property(start, integer({ min: 1, max: 60 * 24 }), zones, (from, hours, zone) => {
        const days = toLocalDays(from, from + hours * HOUR, zone);
        expect(days[0]?.from).toBe(from);
        expect(days.at(-1)?.to).toBe(from + hours * HOUR);
        days.slice(1).forEach((day, index) => expect(day.from).toBe(days[index]?.to));
        expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
      }),
      { numRuns: 40 },
    );
  });
});
