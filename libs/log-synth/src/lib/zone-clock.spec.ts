import * as fc from 'fast-check';
import { dayOf, isWeekend, weekOf, ZoneClock } from './zone-clock';

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2025, 9, 13);

describe('ZoneClock', () => {
  it('reads what Intl reads, at any instant', () => {
    const zones = ['Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca'];
    const clocks = zones.map((zone) => new ZoneClock(zone));
    const days = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...clocks), days, (clock, instant) => {
        const text = new Date(instant).toLocaleString('sv-SE', { timeZone: clock.zone });
        const wall = new Date(clock.wallAt(instant)).toISOString();
        expect(wall.slice(0, 19).replace('T', ' ')).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('finds an instant that reads a wall time, except a skipped one', () => {
    const clock = new ZoneClock('Europe/Paris');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }), (instant) => {
        const wall = clock.wallAt(instant);
        expect(clock.wallAt(clock.instantOf(wall))).toBe(wall);
      }),
    );
    const skipped = Date.UTC(2025, 2, 30, 2, 30);
    expect(Math.abs(clock.instantOf(skipped) - Date.UTC(2025, 2, 30, 1))).toBeLessThanOrEqual(HOUR);
  });

  it('remembers no more than it needs', () => {
    const clock = new ZoneClock('Europe/Paris');
    for (let day = 0; day < 5_000; day += 1) clock.offsetAt(day * 24 * HOUR);
    expect(clock.offsetAt(Date.UTC(2025, 9, 26, 0, 59))).toBe(2 * HOUR);
    expect(clock.offsetAt(Date.UTC(2025, 9, 26, 1))).toBe(HOUR);
  });

  it('knows when the wall clock may repeat', () => {
    const clock = new ZoneClock('Europe/Paris');
    expect(clock.isNearFold(Date.UTC(2025, 9, 26, 0, 30))).toBe(true);
    expect(clock.isNearFold(Date.UTC(2025, 9, 26, 1, 30))).toBe(true);
    expect(clock.isNearFold(Date.UTC(2025, 9, 26, 12))).toBe(false);
    expect(clock.isNearFold(Date.UTC(2025, 2, 30, 1))).toBe(false);
  });
});

describe('days and weeks', () => {
  it('begin at midnight and on Monday', () => {
    expect(dayOf(MONDAY) - dayOf(MONDAY - 1)).toBe(1);
    expect(weekOf(MONDAY) - weekOf(MONDAY - 1)).toBe(1);
    expect(weekOf(MONDAY + 7 * 24 * HOUR - 1)).toBe(weekOf(MONDAY));
  });

  it('end with a weekend', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((day) => isWeekend(dayOf(MONDAY) + day));
    expect(week).toEqual([false, false, false, false, false, true, true]);
    expect(isWeekend(-5)).toBe(true);
  });
});
