import { parseStamp } from './parse-header';
import { resolveInstant, startOfClock } from './wall-clock';
import { ZoneOffsets } from './zone-offsets';

/** Resolves stamps in the order of the log, as `YYYY/MM/DD hh:mm` for short. */
function resolve(zone: string, stamps: readonly string[]): (string | null)[][] {
  const offsets = new ZoneOffsets(zone);
  const state = startOfClock();
  return stamps.map((text) => {
    const stamp = parseStamp(`${text}:00:000`);
    if ('fault' in stamp) throw new Error(`bad stamp in the test: ${text}`);
    const { at, flag } = resolveInstant(offsets, state, stamp.wallAt);
    return [new Date(at).toISOString().slice(0, 16), flag];
  });
}

describe('resolveInstant', () => {
  it('uses the offset of summer and of winter', () => {
    expect(resolve('Europe/Paris', ['2025/07/01 12:00', '2025/12/01 12:00'])).toEqual([
      ['2025-07-01T10:00', null],
      ['2025-12-01T11:00', null],
    ]);
  });

  it.each([
    [
      'Europe/Paris',
      [
        '2025/10/26 01:59',
        '2025/10/26 02:10',
        '2025/10/26 02:55',
        '2025/10/26 02:00',
        '2025/10/26 02:56',
        '2025/10/26 03:00',
      ],
      [
        '2025-10-25T23:59',
        '2025-10-26T00:10',
        '2025-10-26T00:55',
        '2025-10-26T01:00',
        '2025-10-26T01:56',
        '2025-10-26T02:00',
      ],
    ],
    [
      'Europe/London',
      ['2025/10/26 01:55', '2025/10/26 01:05', '2025/10/26 02:00'],
      ['2025-10-26T00:55', '2025-10-26T01:05', '2025-10-26T02:00'],
    ],
    [
      'Australia/Lord_Howe',
      ['2025/04/06 01:45', '2025/04/06 01:35', '2025/04/06 02:00'],
      ['2025-04-05T14:45', '2025-04-05T15:05', '2025-04-05T15:30'],
    ],
    [
      'America/Sao_Paulo',
      ['2019/02/16 23:50', '2019/02/16 23:10', '2019/02/17 00:10'],
      ['2019-02-17T01:50', '2019-02-17T02:10', '2019-02-17T03:10'],
    ],
  ])(
    'takes a step back in the repeated hour of %s for its second pass',
    (zone, stamps, expected) => {
      expect(resolve(zone, stamps).map(([at]) => at)).toEqual(expected);
    },
  );

  it('flags both passes of the repeated hour', () => {
    const flags = resolve('Europe/Paris', [
      '2025/10/26 02:30',
      '2025/10/26 02:10',
      '2025/10/26 03:00',
    ]);
    expect(flags.map(([, flag]) => flag)).toEqual(['foldFirst', 'foldSecond', null]);
  });

  it('takes a reading that spring skips on the old offset, and flags it', () => {
    expect(
      resolve('Europe/Paris', ['2025/03/30 01:59', '2025/03/30 02:30', '2025/03/30 03:00']),
    ).toEqual([
      ['2025-03-30T00:59', null],
      ['2025-03-30T01:30', 'skipped'],
      ['2025-03-30T01:00', null],
    ]);
  });

  it('flags a clock that was set back outside the repeated hour', () => {
    expect(resolve('Europe/Paris', ['2025/05/19 12:00', '2025/05/19 11:00'])[1]).toEqual([
      '2025-05-19T09:00',
      'clockStep',
    ]);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => new ZoneOffsets('Europe/Atlantis')).toThrow(RangeError);
  });
});
