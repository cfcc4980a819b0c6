import fc from 'fast-check';
import { splitAtDays } from './split-at-days';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('splitAtDays', () => {
  it('gives a session from 22:00 to 02:00 to both days, and counts it once', () => {
    const session = {
      from: at('2025-07-01T20:00:00Z'),
      to: at('2025-07-02T00:00:00Z'),
      quantity: 3,
    };
    const days = splitAtDays([session], 'Europe/Paris');
    expect(
      days.map(({ date, licenseMs, sessions, started }) => [
        date,
        licenseMs / HOUR,
        sessions,
        started,
      ]),
    ).toEqual([
      ['2025-07-01', 6, 1, 1],
      ['2025-07-02', 6, 1, 0],
    ]);
  });

  it('knows that the clock changes: 25 hours in autumn, 23 in spring', () => {
    const autumn = {
      from: at('2025-10-24T22:00:00Z'),
      to: at('2025-10-27T23:00:00Z'),
      quantity: 1,
    };
    expect(splitAtDays([autumn], 'Europe/Paris').map(({ licenseMs }) => licenseMs / HOUR)).toEqual([
      24, 25, 24,
    ]);
    const spring = {
      from: at('2026-03-28T11:00:00Z'),
      to: at('2026-03-30T10:00:00Z'),
      quantity: 2,
    };
    expect(splitAtDays([spring], 'Europe/Paris').map(({ licenseMs }) => licenseMs / HOUR)).toEqual([
      24, 46, 24,
    ]);
  });

  it('ends a session at midnight on the day before', () => {
    const session = {
      from: at('2025-07-01T12:00:00Z'),
      to: at('2025-07-02T00:00:00Z'),
      quantity: 1,
    };
    const nextDay = { ...session, from: session.to, to: session.to + HOUR };
    expect(splitAtDays([session], 'UTC')).toHaveLength(1);
    expect(splitAtDays([session, nextDay], 'UTC')).toMatchObject([
      { date: '2025-07-01', sessions: 1 },
      { date: '2025-07-02', sessions: 1 },
    ]);
  });

  it('counts sessions of no length, which take no licence-time', () => {
    const session = {
      from: at('2025-07-01T12:00:00Z'),
      to: at('2025-07-01T12:00:00Z'),
      quantity: 1,
    };
    expect(splitAtDays([session], 'UTC')).toMatchObject([
      { licenseMs: 0, sessions: 1, started: 1 },
    ]);
  });

  it('of no session is nothing', () => {
    expect(splitAtDays([], 'UTC')).toEqual([]);
  });

  it('loses no licence-time, and gives each day what lies in it', () => {
    const anySessions = fc.array(
      fc
        .record({
          from: fc.integer({ min: at('2025-10-20T00:00:00Z'), max: at('2025-10-30T00:00:00Z') }),
          length: fc.nat(100 * HOUR),
          quantity: fc.integer({ min: 1, max: 5 }),
        })
        .map(({ from, length, quantity }) => ({ from, to: from + length, quantity })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(anySessions, (sessions) => {
        const days = splitAtDays(sessions, 'Europe/Paris');
        for (const day of days) {
          const parts = sessions.map(
            ({ from, to, quantity }) =>
              Math.max(0, Math.min(to, day.to) - Math.max(from, day.from)) * quantity,
          );
          expect(day.licenseMs).toBe(parts.reduce((sum, part) => sum + part, 0));
          const touching = sessions.filter(
            ({ from, to }) => from < day.to && (to > day.from || from >= day.from),
          );
          expect(day.sessions).toBe(touching.length);
        }
        const total = sessions.reduce((sum, one) => sum + one.quantity * (one.to - one.from), 0);
        expect(days.reduce((sum, day) => sum + day.licenseMs, 0)).toBe(total);
        expect(days.reduce((sum, day) => sum + day.started, 0)).toBe(sessions.length);
      }),
      { numRuns: 50 },
    );
  });
});
