import { hoursOfEachDay } from './local-hours';

const at = (text: string) => Date.parse(text);
const show = (spans: ReturnType<typeof hoursOfEachDay>) =>
  spans.map(({ date, from, to }) => [
    date,
    new Date(from).toISOString().slice(5, 16),
    new Date(to).toISOString().slice(5, 16),
  ]);

describe('hoursOfEachDay', () => {
  it('are the same by the local clock before and after it changes', () => {
    const range = { from: at('2025-10-25T00:00:00Z'), to: at('2025-10-27T00:00:00Z') };
    expect(show(hoursOfEachDay(range, { fromHour: 8, toHour: 18 }, 'Europe/Paris'))).toEqual([
      ['2025-10-25', '10-25T06:00', '10-25T16:00'],
      ['2025-10-26', '10-26T07:00', '10-26T17:00'],
    ]);
  });

  it('of a night end on the next day, and reach into the range from the day before', () => {
    const range = { from: at('2025-07-02T03:00:00Z'), to: at('2025-07-02T23:00:00Z') };
    expect(show(hoursOfEachDay(range, { fromHour: 22, toHour: 6 }, 'UTC'))).toEqual([
      ['2025-07-01', '07-01T22:00', '07-02T06:00'],
      ['2025-07-02', '07-02T22:00', '07-03T06:00'],
    ]);
  });

  it('of a night that repeats an hour are one longer, and of one that skips it one shorter', () => {
    const nightOf = (text: string) => {
      const [night] = hoursOfEachDay(
        { from: at(text), to: at(text) + 1 },
        { fromHour: 22, toHour: 6 },
        'Europe/Paris',
      );
      return night === undefined ? NaN : (night.to - night.from) / 3_600_000;
    };
    expect(nightOf('2025-07-02T00:00:00Z')).toBe(8);
    expect(nightOf('2025-10-26T00:00:00Z')).toBe(9);
    expect(nightOf('2026-03-29T00:00:00Z')).toBe(7);
  });

  it('that are skipped begin where the clock goes on', () => {
    const range = { from: at('2026-03-29T00:00:00Z'), to: at('2026-03-29T12:00:00Z') };
    expect(show(hoursOfEachDay(range, { fromHour: 2, toHour: 4 }, 'Europe/Paris'))).toEqual([
      ['2026-03-29', '03-29T01:00', '03-29T02:00'],
    ]);
  });

  it('may be the whole day', () => {
    const range = { from: at('2025-07-01T00:00:00Z'), to: at('2025-07-02T00:00:00Z') };
    const whole = [['2025-07-01', '07-01T00:00', '07-02T00:00']];
    expect(show(hoursOfEachDay(range, { fromHour: 0, toHour: 24 }, 'UTC'))).toEqual(whole);
    expect(show(hoursOfEachDay(range, { fromHour: 0, toHour: 0 }, 'UTC'))).toEqual(whole);
  });

  it.each([
    [24, 6],
    [-1, 6],
    [8.5, 17],
    [8, 25],
  ])('refuse %f to %f', (fromHour, toHour) => {
    expect(() => hoursOfEachDay({ from: 0, to: 1 }, { fromHour, toHour }, 'UTC')).toThrow(
      RangeError,
    );
  });
});
