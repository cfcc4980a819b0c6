import { comparedRange } from './compared-range';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const at = (text: string) => Date.parse(text);

describe('the range that another one is compared with', () => {
  it.each([
    ['an hour', HOUR, WEEK],
    ['a day', DAY, WEEK],
    ['a week', WEEK, WEEK],
    ['a week and an hour', WEEK + HOUR, 2 * WEEK],
    ['thirty days', 30 * DAY, 5 * WEEK],
    ['nothing', 0, WEEK],
  ])('is as long as %s, on the same weekdays', (_, length, shift) => {
    const from = at('2026-06-15T00:00:00Z');
    expect(comparedRange({ from, to: from + length }, 'previous', 'UTC')).toEqual({
      from: from - shift,
      to: from - shift + length,
    });
  });

  it.each([
    ['a month', 30 * DAY, 52],
    ['two years', 2 * 365 * DAY, 3 * 52],
  ])('is 52 weeks earlier, or as often as is needed, for a year and %s', (_, length, weeks) => {
    const from = at('2026-06-15T00:00:00Z');
    expect(comparedRange({ from, to: from + length }, 'year', 'UTC').from).toBe(
      from - weeks * WEEK,
    );
  });

  it.each([
    ['spring', '2026-03-30T00:00:00+02:00', '2026-03-23T00:00:00+01:00'],
    ['autumn', '2026-10-26T00:00:00+01:00', '2026-10-19T00:00:00+02:00'],
    ['the night of the change', '2026-04-05T04:00:00+02:00', '2026-03-29T04:00:00+02:00'],
  ])('begins at the same hour of the clock, also across its change in %s', (_, from, earlier) => {
    const range = { from: at(from), to: at(from) + DAY };
    expect(comparedRange(range, 'previous', 'Europe/Paris')).toEqual({
      from: at(earlier),
      to: at(earlier) + DAY,
    });
  });
});
