import { ZoneOffsets, type WallReading } from './zone-offsets.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The milliseconds of `YYYY-MM-DDThh:mm`, whatever the zone. */
const at = (text: string) => Date.parse(`${text}Z`);
const unique = (offsetHours: number): WallReading => ({
  earlierOffsetMs: offsetHours * HOUR_MS,
  laterOffsetMs: offsetHours * HOUR_MS,
  kind: 'unique',
});
const skipped = (offsetHours: number): WallReading => ({ ...unique(offsetHours), kind: 'skipped' });
const ambiguous = (earlierHours: number, laterHours: number): WallReading => ({
  earlierOffsetMs: earlierHours * HOUR_MS,
  laterOffsetMs: laterHours * HOUR_MS,
  kind: 'ambiguous',
});

describe('the offset of a zone at an instant', () => {
  it.each([
    ['UTC', '2025-05-19T12:00', 0],
    ['Europe/Paris', '2025-07-01T12:00', 2],
    ['Europe/Paris', '2025-12-01T12:00', 1],
    ['America/New_York', '2025-07-01T12:00', -4],
    ['America/New_York', '2025-12-31T23:59', -5],
    ['Asia/Kolkata', '2025-07-01T12:00', 5.5],
    ['Asia/Kathmandu', '2025-07-01T12:00', 5.75],
    ['Pacific/Kiritimati', '2025-12-31T23:00', 14],
    ['Pacific/Pago_Pago', '2026-01-01T00:30', -11],
    ['Europe/London', '2024-02-29T23:59:59.999', 0],
  ])('in %s at %s is %d hours', (zone, instant, hours) => {
    expect(new ZoneOffsets(zone).offsetAt(at(instant))).toBe(hours * HOUR_MS);
  });

  it('changes from one millisecond to the next', () => {
    const paris = new ZoneOffsets('Europe/Paris');
    expect(paris.offsetAt(at('2025-03-30T00:59:59.999'))).toBe(HOUR_MS);
    expect(paris.offsetAt(at('2025-03-30T01:00:00.000'))).toBe(2 * HOUR_MS);
    expect(paris.offsetAt(at('2025-10-26T00:59:59.999'))).toBe(2 * HOUR_MS);
    expect(paris.offsetAt(at('2025-10-26T01:00:00.000'))).toBe(HOUR_MS);
  });

  it('is read at midnight, too', () => {
    const paris = new ZoneOffsets('Europe/Paris');
    expect(paris.offsetAt(at('2025-05-18T22:00'))).toBe(2 * HOUR_MS);
    expect(paris.offsetAt(at('2025-05-18T22:00:00.001'))).toBe(2 * HOUR_MS);
  });
});

describe('a zone', () => {
  it('keeps its name', () => {
    expect(new ZoneOffsets('Asia/Tokyo').zone).toBe('Asia/Tokyo');
  });

  it.each(['Europe/Atlantis', '', 'Europe/Paris '])('is refused where it is "%s"', (zone) => {
    expect(() => new ZoneOffsets(zone)).toThrow(RangeError);
  });
});

describe('a reading of a wall clock', () => {
  const readings: [zone: string, wall: string, expected: WallReading][] = [
    ['UTC', '2025-03-30T02:30', unique(0)],
    ['Asia/Kolkata', '2025-05-19T12:00', unique(5.5)],
    ['America/New_York', '2025-12-01T00:00', unique(-5)],
    // Spring: 02:00 becomes 03:00.
    ['Europe/Paris', '2025-03-29T12:00', unique(1)],
    ['Europe/Paris', '2025-03-30T01:59:59.999', unique(1)],
    ['Europe/Paris', '2025-03-30T02:00:00.000', skipped(1)],
    ['Europe/Paris', '2025-03-30T02:59:59.999', skipped(1)],
    ['Europe/Paris', '2025-03-30T03:00:00.000', unique(2)],
    ['Europe/Paris', '2025-03-31T12:00', unique(2)],
    // Autumn: 03:00 becomes 02:00.
    ['Europe/Paris', '2025-10-25T12:00', unique(2)],
    ['Europe/Paris', '2025-10-26T01:59:59.999', unique(2)],
    ['Europe/Paris', '2025-10-26T02:00:00.000', ambiguous(2, 1)],
    ['Europe/Paris', '2025-10-26T02:59:59.999', ambiguous(2, 1)],
    ['Europe/Paris', '2025-10-26T03:00:00.000', unique(1)],
    ['Europe/Paris', '2025-10-27T12:00', unique(1)],
    // West of Greenwich.
    ['America/New_York', '2025-03-09T01:59', unique(-5)],
    ['America/New_York', '2025-03-09T02:00', skipped(-5)],
    ['America/New_York', '2025-03-09T03:00', unique(-4)],
    ['America/New_York', '2025-11-02T00:59', unique(-4)],
    ['America/New_York', '2025-11-02T01:00', ambiguous(-4, -5)],
    ['America/New_York', '2025-11-02T01:59', ambiguous(-4, -5)],
    ['America/New_York', '2025-11-02T02:00', unique(-5)],
    // Half an hour.
    ['Australia/Lord_Howe', '2025-04-06T01:29', unique(11)],
    ['Australia/Lord_Howe', '2025-04-06T01:30', ambiguous(11, 10.5)],
    ['Australia/Lord_Howe', '2025-04-06T01:59', ambiguous(11, 10.5)],
    ['Australia/Lord_Howe', '2025-04-06T02:00', unique(10.5)],
    ['Australia/Lord_Howe', '2025-10-05T02:00', skipped(10.5)],
    ['Australia/Lord_Howe', '2025-10-05T02:29', skipped(10.5)],
    ['Australia/Lord_Howe', '2025-10-05T02:30', unique(11)],
    // At midnight: the repeated hour belongs to the day before, the skipped one begins the day.
    ['America/Sao_Paulo', '2019-02-16T22:59', unique(-2)],
    ['America/Sao_Paulo', '2019-02-16T23:00', ambiguous(-2, -3)],
    ['America/Sao_Paulo', '2019-02-17T00:00', unique(-3)],
    ['America/Sao_Paulo', '2018-11-03T23:59', unique(-3)],
    ['America/Sao_Paulo', '2018-11-04T00:00', skipped(-3)],
    ['America/Sao_Paulo', '2018-11-04T01:00', unique(-2)],
    // A change of the zone's standard time by a quarter and by half an hour.
    ['America/Caracas', '2016-05-01T02:29', unique(-4.5)],
    ['America/Caracas', '2016-05-01T02:30', skipped(-4.5)],
    ['America/Caracas', '2016-05-01T03:00', unique(-4)],
    ['Asia/Pyongyang', '2015-08-14T23:30', ambiguous(9, 8.5)],
    ['Asia/Pyongyang', '2015-08-15T00:00', unique(8.5)],
    // A whole day that one island never had.
    ['Pacific/Apia', '2011-12-29T23:59', unique(-10)],
    ['Pacific/Apia', '2011-12-30T00:00', skipped(-10)],
    ['Pacific/Apia', '2011-12-30T23:59', skipped(-10)],
    ['Pacific/Apia', '2011-12-31T00:00', unique(14)],
  ];

  it.each(readings)('in %s at %s', (zone, wall, expected) => {
    expect(new ZoneOffsets(zone).readWall(at(wall))).toEqual(expected);
  });

  it('is the same in whatever order readings are asked for', () => {
    const zones = new Map<string, ZoneOffsets>();
    for (const [zone, wall, expected] of [...readings, ...readings.toReversed()]) {
      const offsets = zones.get(zone) ?? new ZoneOffsets(zone);
      zones.set(zone, offsets);
      expect(offsets.readWall(at(wall))).toEqual(expected);
    }
  });

  it('is worked out once for each quarter of an hour', () => {
    const paris = new ZoneOffsets('Europe/Paris');
    const first = paris.readWall(at('2025-05-19T12:00'));
    expect(paris.readWall(at('2025-05-19T12:14:59.999'))).toBe(first);
    const second = paris.readWall(at('2025-05-19T12:15'));
    expect(second).not.toBe(first);
    expect(paris.readWall(at('2025-05-19T12:07'))).toBe(first);
    expect(paris.readWall(at('2025-05-19T12:29'))).toBe(second);
  });

  it('before 1970 is read, too', () => {
    expect(new ZoneOffsets('Europe/Paris').readWall(at('1969-07-20T21:17:40'))).toEqual(unique(1));
  });
});
