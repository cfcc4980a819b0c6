import fc from 'fast-check';
import { hoursOfEachDay } from './local-hours';
import { findLongHolds, LONG_HOLD_RULES, type LongHoldRules } from './long-holds';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);
const session = (from: string, to: string | null) => ({
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
});
const night = { zone: 'Europe/Paris', fromHour: 22, toHour: 6 };
const calendar = {
  zone: 'Europe/Paris',
  weekdays: [1, 2, 3, 4, 5],
  hours: { fromHour: 7, toHour: 20 },
  holidays: [],
};
const none: LongHoldRules = { heldMs: null, night: null, calendar: null, lastUsedMs: null };
const LATER = at('2025-07-10T12:00:00Z');

describe('a long hold', () => {
  it('is a session held for longer than 24 hours, if nobody says otherwise', () => {
    const long = session('2025-07-01T08:00:00Z', '2025-07-02T08:00:01Z');
    const exact = session('2025-07-01T08:00:00Z', '2025-07-02T08:00:00Z');
    expect(findLongHolds([long, exact], LATER)).toEqual([
      {
        session: long,
        heldMs: 24 * HOUR + 1_000,
        nights: null,
        outsideMs: null,
        reasons: ['heldLong'],
      },
    ]);
  });

  it('may be open, and is then as long as the log was read', () => {
    const open = session('2025-07-01T08:00:00Z', null);
    expect(findLongHolds([open], at('2025-07-01T20:00:00Z'))).toEqual([]);
    expect(findLongHolds([open], at('2025-07-03T08:00:00Z'))).toMatchObject([
      { heldMs: 48 * HOUR },
    ]);
  });

  it('over night was held from its beginning to its end, by the clock of the zone', () => {
    const overNight = session('2025-07-01T20:00:00Z', '2025-07-02T04:00:00Z');
    const tooEarly = session('2025-07-01T20:00:00Z', '2025-07-02T03:59:59Z');
    const tooLate = session('2025-07-01T20:00:01Z', '2025-07-02T20:00:00Z');
    const holds = findLongHolds([overNight, tooEarly, tooLate], LATER, { ...none, night });
    expect(holds).toMatchObject([{ session: overNight, nights: 1, reasons: ['overNight'] }]);
  });

  it('outside the calendar says for how long nobody worked', () => {
    // Friday afternoon to Monday morning in Paris.
    const weekend = session('2025-07-04T14:00:00Z', '2025-07-07T06:00:00Z');
    const day = session('2025-07-04T05:00:00Z', '2025-07-04T18:00:00Z');
    expect(findLongHolds([weekend, day], LATER, { ...none, calendar })).toMatchObject([
      { session: weekend, outsideMs: (64 - 4 - 1) * HOUR, reasons: ['outsideCalendar'] },
    ]);
  });

  it('may be one that is open and was last used long ago', () => {
    const used = (lastUsedAt: number | null, isOpen = true) => ({
      startedAt: LATER - 2 * HOUR,
      endedAt: isOpen ? null : LATER - 1,
      lastUsedAt,
    });
    const sessions = [used(LATER - HOUR), used(LATER - 1), used(null), used(LATER - HOUR, false)];
    const holds = findLongHolds(sessions, LATER, { ...none, lastUsedMs: HOUR / 2 });
    expect(holds).toMatchObject([{ session: sessions[0], reasons: ['lastUsedLongAgo'] }]);
  });

  it('lists every reason, and never says idle', () => {
    const open = {
      ...session('2025-07-01T08:00:00Z', null),
      lastUsedAt: at('2025-07-01T08:00:00Z'),
    };
    const rules = { ...LONG_HOLD_RULES, night, calendar, lastUsedMs: HOUR };
    expect(findLongHolds([open], LATER, rules)[0]?.reasons).toEqual([
      'heldLong',
      'overNight',
      'outsideCalendar',
      'lastUsedLongAgo',
    ]);
  });

  it('is not known of a session without a start', () => {
    expect(findLongHolds([{ startedAt: null, endedAt: null }], LATER)).toEqual([]);
  });

  it('counts the nights that lie within it, one by one', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(100), (start, length) => {
        const from = at('2025-10-20T00:00:00Z') + start * HOUR;
        const to = from + length * HOUR * 2;
        const nights = hoursOfEachDay({ from, to }, night, night.zone).filter(
          (one) => one.from >= from && one.to <= to,
        );
        const holds = findLongHolds([{ startedAt: from, endedAt: to }], LATER, { ...none, night });
        expect(holds.map((hold) => hold.nights)).toEqual(nights.length > 0 ? [nights.length] : []);
      }),
      { numRuns: 40 },
    );
  });
});
