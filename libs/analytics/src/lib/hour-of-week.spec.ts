import fc from 'fast-check';
import { hourOfWeekOf, hoursOfWeek } from './hour-of-week';
import { totalMs } from './span';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);
const find = (cells: ReturnType<typeof hoursOfWeek>, weekday: number, hour: number) =>
  cells.find((cell) => cell.weekday === weekday && cell.hour === hour);

describe('hoursOfWeek', () => {
  it('weighs by time, in the zone that is asked for', () => {
    // Monday, 08:00 to 08:30 in Kolkata.
    const from = at('2025-05-19T02:30:00Z');
    const steps = [
      { at: from, inUse: 4 },
      { at: from + HOUR / 2, inUse: 0 },
    ];
    const observed = [{ from, to: from + HOUR }];
    const cells = hoursOfWeek(steps, observed, 'Asia/Kolkata');
    expect(find(cells, 1, 8)).toEqual({
      weekday: 1,
      hour: 8,
      observedMs: HOUR,
      mean: 2,
      peak: 4,
      q95: 4,
    });
    expect(find(cells, 1, 9)).toEqual({
      weekday: 1,
      hour: 9,
      observedMs: 0,
      mean: undefined,
      peak: undefined,
      q95: undefined,
    });
  });

  it('has a percentile that a short peak does not lift', () => {
    const minute = HOUR / 60;
    const from = at('2025-05-19T08:00:00Z');
    const stepsOf = (minutes: number) => [
      { at: from, inUse: 2 },
      { at: from + 10 * minute, inUse: 9 },
      { at: from + (10 + minutes) * minute, inUse: 2 },
    ];
    const cellOf = (minutes: number) =>
      find(hoursOfWeek(stepsOf(minutes), [{ from, to: from + HOUR }], 'UTC'), 1, 8);
    expect(cellOf(3)).toMatchObject({ peak: 9, q95: 2 });
    expect(cellOf(4)).toMatchObject({ peak: 9, q95: 9 });
  });

  it('counts the repeated hour for as long as it lasted, and the skipped one not at all', () => {
    const weeks = [
      { from: at('2025-10-25T22:00:00Z'), to: at('2025-10-26T23:00:00Z') },
      { from: at('2026-03-28T23:00:00Z'), to: at('2026-03-29T22:00:00Z') },
    ];
    const cells = hoursOfWeek([{ at: 0, inUse: 1 }], weeks, 'Europe/Paris');
    expect(find(cells, 7, 2)?.observedMs).toBe(2 * HOUR);
    expect(find(cells, 7, 3)?.observedMs).toBe(2 * HOUR);
    expect(find(cells, 7, 1)?.observedMs).toBe(2 * HOUR);
    const observed = cells.reduce((sum, { observedMs }) => sum + observedMs, 0);
    expect(observed).toBe(totalMs(weeks));
  });

  it('has 168 cells, Monday first', () => {
    const cells = hoursOfWeek([], [], 'UTC');
    expect(cells).toHaveLength(168);
    expect(cells[0]).toMatchObject({ weekday: 1, hour: 0 });
    expect(cells[167]).toMatchObject({ weekday: 7, hour: 23 });
  });

  it('refuses a zone that does not exist', () => {
    expect(() => hoursOfWeek([], [], 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('hourOfWeekOf', () => {
  const zones = [
    'UTC',
    'Europe/Paris',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  ];

  it.each(zones)('is what the calendar of %s says, at any quarter of an hour', (zone) => {
    const indexOf = hourOfWeekOf(zone);
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    const [from, quarters] = [at('2024-01-01T00:00:00Z'), 4 * 24 * 365 * 3];
    const anyInstant = fc
      .integer({ min: 0, max: quarters })
      .map((quarter) => from + (quarter * HOUR) / 4);
    // Each side of the changes of clocks, beside any instants.
    const changes = ['2025-10-26T00:45:00Z', '2025-03-30T01:00:00Z', '2026-04-04T15:00:00Z'].map(
      at,
    );
    fc.assert(
      fc.property(fc.oneof(anyInstant, fc.constantFrom(...changes)), (instant) => {
        const [weekday = '', hour] = format.format(instant).split(', ');
        expect(indexOf(instant)).toBe(weekdays.indexOf(weekday) * 24 + Number(hour));
      }),
      { numRuns: 300 },
    );
  });
});
