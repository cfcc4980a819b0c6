import fc from 'fast-check';
import { localDays } from './local-days';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('localDays', () => {
  it('are as long as the clock made them', () => {
    const autumn = localDays(
      at('2025-10-25T12:00:00Z'),
      at('2025-10-27T12:00:00Z'),
      'Europe/Paris',
    );
    expect(autumn.map(({ date, from, to }) => [date, (to - from) / HOUR])).toEqual([
      ['2025-10-25', 24],
      ['2025-10-26', 25],
      ['2025-10-27', 24],
    ]);
    const [spring] = localDays(
      at('2026-03-29T12:00:00Z'),
      at('2026-03-29T13:00:00Z'),
      'Europe/Paris',
    );
    expect(spring).toEqual({
      date: '2026-03-29',
      from: at('2026-03-28T23:00:00Z'),
      to: at('2026-03-29T22:00:00Z'),
    });
  });

  it('of a range that ends at midnight do not touch the next day', () => {
    const days = localDays(at('2025-06-30T22:00:00Z'), at('2025-07-01T22:00:00Z'), 'Europe/Paris');
    expect(days.map(({ date }) => date)).toEqual(['2025-07-01']);
  });

  it('of no time are none', () => {
    expect(localDays(5, 5, 'UTC')).toEqual([]);
  });

  it('leave out a date that a zone skipped', () => {
    const days = localDays(at('2011-12-29T12:00:00Z'), at('2011-12-31T12:00:00Z'), 'Pacific/Apia');
    expect(days.map(({ date }) => date)).toEqual(['2011-12-29', '2011-12-31', '2012-01-01']);
  });

  it('cover any range without gaps, in any zone', () => {
    const zones = [
      'UTC',
      'Europe/Paris',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2026-01-01T00:00:00Z') }),
        fc.integer({ min: 1, max: 20 * 24 * HOUR }),
        fc.constantFrom(...zones),
        (from, length, zone) => {
          const days = localDays(from, from + length, zone);
          expect(days[0]?.from).toBeLessThanOrEqual(from);
          expect(days.at(-1)?.from).toBeLessThan(from + length);
          expect(days.at(-1)?.to).toBeGreaterThanOrEqual(from + length);
          for (const [index, day] of days.slice(1).entries())
            expect(day.from).toBe(days[index]?.to);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are not of a zone that does not exist', () => {
    expect(() => localDays(0, 1, 'Mars/Olympus')).toThrow(RangeError);
  });
});
