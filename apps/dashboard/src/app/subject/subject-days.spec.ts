import { HOUR, NOW } from '../../testing/samples';
import { toSubjectDays } from './subject-days';

const DAY = 24 * HOUR;
const range = { from: NOW - 2 * DAY, to: NOW };
const days = (daily: { date: string; sessionMs: number }[], gaps: { from: number; to: number }[]) =>
  toSubjectDays(
    { ...range, daily },
    {
      servers: [
        {
          server: 'lic1',
          observedMs: 0,
          gaps: gaps.map((gap) => ({ ...gap, cause: 'serverDown' as const })),
        },
      ],
    },
    'UTC',
  ).map(({ date, sessionMs }) => [date, sessionMs]);

describe('toSubjectDays', () => {
  it('has every day of the range, and zero where nothing was used', () => {
    expect(days([{ date: '2026-11-23', sessionMs: HOUR }], [])).toEqual([
      ['2026-11-22', 0],
      ['2026-11-23', HOUR],
      ['2026-11-24', 0],
    ]);
  });

  it('does not call a day that was not observed zero', () => {
    const monday = Date.UTC(2026, 10, 23);
    const gaps = [
      { from: monday - HOUR, to: monday + 12 * HOUR },
      { from: monday + 11 * HOUR, to: monday + DAY },
    ];
    expect(days([], gaps)).toEqual([
      ['2026-11-22', 0],
      ['2026-11-23', null],
      ['2026-11-24', 0],
    ]);
  });

  it('believes sessions more than a gap', () => {
    const gaps = [{ from: range.from, to: range.to }];
    expect(days([{ date: '2026-11-23', sessionMs: 5 }], gaps)[1]).toEqual(['2026-11-23', 5]);
  });

  it('calls no day unknown before the answer', () => {
    const found = toSubjectDays({ ...range, daily: [] }, undefined, 'UTC');
    expect(found.every(({ sessionMs }) => sessionMs === 0)).toBe(true);
  });
});
