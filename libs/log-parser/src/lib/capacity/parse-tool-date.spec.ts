import { parseUtcDate, parseWallDate } from './parse-tool-date.js';

const wall = (text: string) => parseWallDate(text).wallAt;
const utc = (iso: string) => Date.parse(`${iso}Z`);

describe('parseWallDate', () => {
  it('keeps the text as it stands', () => {
    expect(parseWallDate('6/30/24, 4:59:00\u{202f}PM')).toEqual({
      text: '6/30/24, 4:59:00\u{202f}PM',
      wallAt: Date.UTC(2024, 5, 30, 16, 59),
    });
    expect(parseWallDate('soon')).toEqual({ text: 'soon', wallAt: null });
  });

  it.each([
    ['2024-09-17 17:59:34', '2024-09-17T17:59:34'],
    ['2024-02-29 00:00:00', '2024-02-29T00:00:00'],
    ['13.09.2025, 01:59:00', '2025-09-13T01:59:00'],
    ['3.9.2025 1:59:07', '2025-09-03T01:59:07'],
    ['2025/9/26 上午7:59:00', '2025-09-26T07:59:00'],
    ['2025/9/26 下午7:59:00', '2025-09-26T19:59:00'],
    ['2025/12/26 上午12:59:00', '2025-12-26T00:59:00'],
    ['2025/12/6 下午12:59:00', '2025-12-06T12:59:00'],
    ['2025/12/6 午前 1:59:00', '2025-12-06T01:59:00'],
    ['2025/12/6 午後1:59:00', '2025-12-06T13:59:00'],
    ['2020. 2. 27 오전 9:12:33', '2020-02-27T09:12:33'],
    ['2020. 2. 27. 오후 9:12:33', '2020-02-27T21:12:33'],
    ['2020.12.7. 오후11:12:33', '2020-12-07T23:12:33'],
    ['9/14/19 7:59:00 PM', '2019-09-14T19:59:00'],
    ['6/30/24, 4:59:00 AM', '2024-06-30T04:59:00'],
    ['12/3/2024, 11:59:09 AM', '2024-12-03T11:59:09'],
    ['9/14/19 12:00:00 AM', '2019-09-14T00:00:00'],
    ['9/14/19 12:00:00 PM', '2019-09-14T12:00:00'],
    ['9/14/19 1:00:00\u{a0}PM', '2019-09-14T13:00:00'],
  ])('reads %s', (text, iso) => {
    expect(wall(text)).toBe(utc(iso));
  });

  it.each([
    ['day and month the British way', '14/09/2019, 07:59:00'],
    ['day and month the Indian way', '14/9/19, 7:59:00 pm'],
    ['month 13', '2024-13-01 00:00:00'],
    ['month 0', '2024-00-01 00:00:00'],
    ['30 February', '2024-02-30 00:00:00'],
    ['29 February of another year', '2023-02-29 00:00:00'],
    ['hour 24', '2024-02-20 24:00:00'],
    ['minute 60', '2024-02-20 23:60:00'],
    ['second 60', '2024-02-20 23:59:60'],
    ['hour 0 in halves', '9/14/19 0:30:00 AM'],
    ['hour 13 in halves', '9/14/19 13:30:00 PM'],
    ['a year of two digits', '13.09.25, 01:59:00'],
    ['a year of three digits', '9/14/019 7:59:00 PM'],
    ['a day alone', '2024-09-17'],
    ['text before', 'x2024-09-17 17:59:34'],
    ['text behind', '2024-09-17 17:59:34x'],
    ['text before, German', 'x13.09.2025, 01:59:00'],
    ['text behind, German', '13.09.2025, 01:59:00x'],
    ['text before, Chinese', 'x2025/9/26 上午7:59:00'],
    ['text behind, Chinese', '2025/9/26 上午7:59:00x'],
    ['text before, American', 'x9/14/19 7:59:00 PM'],
    ['text behind, American', '9/14/19 7:59:00 PMx'],
    ['no half of the day', '2025/9/26 7:59:00'],
    ['nothing', ''],
  ])('does not believe %s', (_, text) => {
    expect(parseWallDate(text)).toEqual({ text, wallAt: null });
  });
});

describe('parseUtcDate', () => {
  it('reads day and minute', () => {
    expect(parseUtcDate('2024-12-30.23:59.UTC')).toEqual({
      text: '2024-12-30.23:59.UTC',
      at: Date.UTC(2024, 11, 30, 23, 59),
    });
  });

  it.each([
    '2024-12-30.23:59.CET',
    '2024-12-30.23:59',
    '2024-12-30 23:59.UTC',
    '2024-12-32.23:59.UTC',
    'x2024-12-30.23:59.UTC',
    '2024-12-30.23:59.UTCx',
    'unlimited',
  ])('does not believe %s', (text) => {
    expect(parseUtcDate(text)).toEqual({ text, at: null });
  });
});
