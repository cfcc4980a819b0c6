import { aHealth, aServer, HOUR, NOW } from '../../testing/samples';
import { toRowParameters, toSubjectFilter, toSubjectRange } from './subject-request';

const DAY = 24 * HOUR;
const open = { from: null, to: null };

describe('toSubjectRange', () => {
  it('is thirty days up to now unless the address says otherwise', () => {
    expect(toSubjectRange(open, aHealth(), NOW)).toEqual({ from: NOW - 30 * DAY, to: null });
    const asked = { from: { kind: 'ago', amount: 7, unit: 'd' }, to: { kind: 'at', at: NOW - 1 } };
    const minute = NOW - 10_000;
    expect(toSubjectRange(asked as never, aHealth(), NOW)).toEqual({
      from: minute - 7 * DAY,
      to: NOW - 1,
    });
  });

  it('is the last thirty days of a log that ended long ago', () => {
    const lastLineAt = NOW - 90 * DAY;
    const health = aHealth({ servers: [aServer({ lastLineAt }), aServer({ lastLineAt: null })] });
    expect(toSubjectRange(open, health, NOW).from).toBe(lastLineAt - 30 * DAY);
  });

  it('ends with the end that is asked for', () => {
    const to = { kind: 'at', at: NOW - 9 * DAY } as const;
    expect(toSubjectRange({ from: null, to }, undefined, NOW)).toEqual({
      from: NOW - 39 * DAY,
      to: NOW - 9 * DAY,
    });
  });
});

describe('the way to the rows', () => {
  it('is the filter of the subject, and the range to the millisecond', () => {
    const ann = { kind: 'user', key: 'ann' } as const;
    expect(toSubjectFilter(ann)).toEqual({ product: [], user: ['ann'], host: [] });
    expect(toRowParameters(ann, { from: NOW - 1, to: NOW })).toEqual({
      user: 'ann',
      from: '2026-11-24T13:02:09.999Z',
      to: '2026-11-24T13:02:10Z',
    });
  });
});
