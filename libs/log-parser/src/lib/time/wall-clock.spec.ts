import { parseStamp } from '../lines/parse-header.js';
import { resolveInstant, startOfClock } from './wall-clock.js';
import { ZoneOffsets } from './zone-offsets.js';

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

  it('takes a step back of a minute or more in the repeated hour for its second pass', () => {
    const twice = (stepMs: number) => {
      const zone = new ZoneOffsets('Europe/Paris');
      const state = startOfClock();
      const wallAt = Date.UTC(2025, 9, 26, 2, 30);
      const first = resolveInstant(zone, state, wallAt);
      return [first.flag, resolveInstant(zone, state, wallAt - stepMs)];
    };
    expect(twice(59_999)).toEqual([
      'foldFirst',
      { at: Date.UTC(2025, 9, 26, 0, 29, 0, 1), flag: 'foldFirst' },
    ]);
    expect(twice(60_000)).toEqual([
      'foldFirst',
      { at: Date.UTC(2025, 9, 26, 1, 29), flag: 'foldSecond' },
    ]);
  });

  it('takes a step back of more than two seconds for the clock, less for threads', () => {
    const step = (stepMs: number) => {
      const zone = new ZoneOffsets('UTC');
      const state = startOfClock();
      resolveInstant(zone, state, 100_000);
      return resolveInstant(zone, state, 100_000 - stepMs);
    };
    expect(step(-5000)).toEqual({ at: 105_000, flag: null });
    expect(step(0)).toEqual({ at: 100_000, flag: null });
    expect(step(2000)).toEqual({ at: 98_000, flag: null });
    expect(step(2001)).toEqual({ at: 97_999, flag: 'clockStep' });
  });

  it('measures a step from the line before, not from the latest', () => {
    expect(resolve('UTC', ['2025/05/19 12:00', '2025/05/19 11:00', '2025/05/19 11:30'])).toEqual([
      ['2025-05-19T12:00', null],
      ['2025-05-19T11:00', 'clockStep'],
      ['2025-05-19T11:30', null],
    ]);
  });

  it('takes a step back into the repeated hour from behind it for the second pass', () => {
    expect(resolve('Europe/Paris', ['2025/10/26 03:10', '2025/10/26 02:50'])).toEqual([
      ['2025-10-26T02:10', null],
      ['2025-10-26T01:50', 'foldSecond'],
    ]);
  });

  it('begins with the first pass again once the repeated hour is left', () => {
    expect(
      resolve('Europe/Paris', [
        '2025/10/26 02:30',
        '2025/10/26 02:10',
        '2025/10/26 03:00',
        '2026/10/25 02:30',
      ]).map(([, flag]) => flag),
    ).toEqual(['foldFirst', 'foldSecond', null, 'foldFirst']);
  });

  it('begins with the first pass where the log begins in the repeated hour', () => {
    expect(resolve('Europe/Paris', ['2025/10/26 02:30'])).toEqual([
      ['2025-10-26T00:30', 'foldFirst'],
    ]);
  });

  it('flags a skipped reading even where the clock was set back', () => {
    expect(resolve('Europe/Paris', ['2025/03/30 05:00', '2025/03/30 02:30'])[1]).toEqual([
      '2025-03-30T01:30',
      'skipped',
    ]);
  });

  it('remembers the last line and the pass, and nothing else', () => {
    const zone = new ZoneOffsets('Europe/Paris');
    const state = startOfClock();
    expect(state).toEqual({ lastWallAt: null, isSecondPass: false });
    resolveInstant(zone, state, Date.UTC(2025, 9, 26, 2, 30));
    expect(state).toEqual({ lastWallAt: Date.UTC(2025, 9, 26, 2, 30), isSecondPass: false });
    resolveInstant(zone, state, Date.UTC(2025, 9, 26, 2, 10));
    expect(state).toEqual({ lastWallAt: Date.UTC(2025, 9, 26, 2, 10), isSecondPass: true });
    resolveInstant(zone, state, Date.UTC(2025, 9, 26, 3));
    expect(state).toEqual({ lastWallAt: Date.UTC(2025, 9, 26, 3), isSecondPass: false });
  });

  it('goes on from a state that was kept', () => {
    const zone = new ZoneOffsets('Europe/Paris');
    const state = { lastWallAt: Date.UTC(2025, 9, 26, 2, 10), isSecondPass: true };
    expect(resolveInstant(zone, state, Date.UTC(2025, 9, 26, 2, 20))).toEqual({
      at: Date.UTC(2025, 9, 26, 1, 20),
      flag: 'foldSecond',
    });
  });
});
