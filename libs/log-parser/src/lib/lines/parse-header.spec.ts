import { parseLevelAndCategory, parseStamp, STAMP_LENGTH } from './parse-header.js';

const stamp = '2025/05/20 15:06:36:933';
const noHeader = { fault: 'noHeader' };
const badTimestamp = { fault: 'badTimestamp' };

/** The stamp with the text of one place replaced. */
const withText = (at: number, text: string) =>
  stamp.slice(0, at) + text + stamp.slice(at + text.length);
const on = (date: string) => parseStamp(`${date} 00:00:00:000`);

describe('parseStamp', () => {
  it('reads date, time and the milliseconds behind a colon', () => {
    expect(parseStamp(stamp)).toEqual({ wallAt: Date.UTC(2025, 4, 20, 15, 6, 36, 933) });
    expect(stamp).toHaveLength(STAMP_LENGTH);
  });

  it('reads each digit of each number', () => {
    expect(parseStamp('2139/10/28 13:42:57:068')).toEqual({
      wallAt: Date.UTC(2139, 9, 28, 13, 42, 57, 68),
    });
  });

  it('does not look at what follows the stamp', () => {
    expect(parseStamp(`${stamp}4 and more`)).toEqual(parseStamp(stamp));
  });

  it.each(['', ' ', stamp.slice(0, -1), ` ${stamp}`, `x${stamp}`, `\ufeff${stamp}`])(
    'finds no stamp at the beginning of "%s"',
    (text) => {
      expect(parseStamp(text)).toEqual(noHeader);
    },
  );

  it.each([...stamp].map((_, at) => at))('finds no stamp where character %d is another', (at) => {
    for (const text of ['x', '.', '٣', '３'])
      expect(parseStamp(withText(at, text))).toEqual(noHeader);
  });

  it('wants a colon, no dot or comma, before the milliseconds', () => {
    expect(parseStamp('2025/05/20 15:06:36.933')).toEqual(noHeader);
    expect(parseStamp('2025/05/20 15:06:36,933')).toEqual(noHeader);
  });

  it.each([
    ['month', 5, '00', badTimestamp],
    ['month', 5, '01', { wallAt: Date.UTC(2025, 0, 20, 15, 6, 36, 933) }],
    ['month', 5, '12', { wallAt: Date.UTC(2025, 11, 20, 15, 6, 36, 933) }],
    ['month', 5, '13', badTimestamp],
    ['day', 8, '00', badTimestamp],
    ['day', 8, '01', { wallAt: Date.UTC(2025, 4, 1, 15, 6, 36, 933) }],
    ['day', 8, '31', { wallAt: Date.UTC(2025, 4, 31, 15, 6, 36, 933) }],
    ['day', 8, '32', badTimestamp],
    ['hour', 11, '00', { wallAt: Date.UTC(2025, 4, 20, 0, 6, 36, 933) }],
    ['hour', 11, '23', { wallAt: Date.UTC(2025, 4, 20, 23, 6, 36, 933) }],
    ['hour', 11, '24', badTimestamp],
    ['minute', 14, '00', { wallAt: Date.UTC(2025, 4, 20, 15, 0, 36, 933) }],
    ['minute', 14, '59', { wallAt: Date.UTC(2025, 4, 20, 15, 59, 36, 933) }],
    ['minute', 14, '60', badTimestamp],
    ['second', 17, '00', { wallAt: Date.UTC(2025, 4, 20, 15, 6, 0, 933) }],
    ['second', 17, '59', { wallAt: Date.UTC(2025, 4, 20, 15, 6, 59, 933) }],
    ['second', 17, '60', badTimestamp],
    ['millisecond', 20, '000', { wallAt: Date.UTC(2025, 4, 20, 15, 6, 36, 0) }],
    ['millisecond', 20, '999', { wallAt: Date.UTC(2025, 4, 20, 15, 6, 36, 999) }],
  ])('knows the bounds of a %s (at %d: %s)', (_, at, text, expected) => {
    expect(parseStamp(withText(at, text))).toEqual(expected);
  });

  it.each([
    [1, 31],
    [2, 28],
    [3, 31],
    [4, 30],
    [5, 31],
    [6, 30],
    [7, 31],
    [8, 31],
    [9, 30],
    [10, 31],
    [11, 30],
    [12, 31],
  ])('knows that month %d of 2025 has %d days', (month, days) => {
    const text = String(month).padStart(2, '0');
    for (let day = 28; day <= 32; day++) {
      const expected = day <= days ? { wallAt: Date.UTC(2025, month - 1, day) } : badTimestamp;
      expect(on(`2025/${text}/${day}`)).toEqual(expected);
    }
  });

  it.each([
    [2000, 29],
    [2023, 28],
    [2024, 29],
    [2025, 28],
    [2100, 28],
    [2104, 29],
    [2200, 28],
    [2400, 29],
  ])('knows that February of %d has %d days', (year, days) => {
    expect(on(`${year}/02/${days}`)).toEqual({ wallAt: Date.UTC(year, 1, days) });
    expect(on(`${year}/02/${days + 1}`)).toEqual(badTimestamp);
  });

  it('does not believe a year before 2000', () => {
    expect(parseStamp('1999/12/31 23:59:59:999')).toEqual(badTimestamp);
    expect(parseStamp('2000/01/01 00:00:00:000')).toEqual({ wallAt: 946_684_800_000 });
    expect(parseStamp('9999/12/31 23:59:59:999')).toEqual({ wallAt: 253_402_300_799_999 });
  });

  it('does not take a year of two digits behind zeros for one of this century', () => {
    expect(on('0025/05/20')).toEqual(badTimestamp);
    expect(on('0000/05/20')).toEqual(badTimestamp);
  });
});

describe('parseLevelAndCategory', () => {
  const read = (text: string) => parseLevelAndCategory(stamp + text);

  it('reads level and category and says where the message begins', () => {
    expect(read(' I USGTRACING  Grant!!MD2')).toEqual({
      level: 'I',
      category: 'USGTRACING',
      messageFrom: STAMP_LENGTH + ' I USGTRACING  '.length,
    });
  });

  it.each([' I STARTSERVER text', '  I \t STARTSERVER\ttext', '\tI\tSTARTSERVER   text'])(
    'accepts any run of blanks and tabs: %j',
    (text) => {
      expect(read(text)).toEqual({
        level: 'I',
        category: 'STARTSERVER',
        messageFrom: STAMP_LENGTH + text.indexOf('text'),
      });
    },
  );

  it.each(['A', 'E', 'I', 'W', 'Z'])('takes the capital %s for a level', (level) => {
    expect(read(` ${level} ENROLL text`)).toEqual({
      level,
      category: 'ENROLL',
      messageFrom: STAMP_LENGTH + 10,
    });
  });

  it.each(['@', '[', 'i', '1', '_', 'É', '!'])('takes %j for no level', (level) => {
    expect(read(` ${level} ENROLL text`)).toBeUndefined();
  });

  it.each(['A', 'Z', 'AZ', 'A0', 'A9', 'A_', 'USGTRACING', 'A_B_1_2'])(
    'takes %s for a category',
    (category) => {
      expect(read(` I ${category} text`)).toEqual({
        level: 'I',
        category,
        messageFrom: STAMP_LENGTH + 4 + category.length,
      });
    },
  );

  it.each([
    '@',
    '[',
    '0A',
    '_A',
    'a',
    'é',
    '!',
    'A/',
    'A:',
    'A@',
    'A[',
    'A^',
    'A`',
    'Aa',
    'AÉ',
    'A-B',
  ])('takes %s for no category', (category) => {
    expect(read(` I ${category} text`)).toBeUndefined();
  });

  it('reads a line without a message', () => {
    expect(read(' I ENROLL')).toEqual({ level: 'I', category: 'ENROLL', messageFrom: 32 });
    expect(read(' I ENROLL  ')).toEqual({ level: 'I', category: 'ENROLL', messageFrom: 34 });
  });

  it.each(['', ' ', ' I', ' I ', 'I ENROLL text', ' IENROLL text', ' II ENROLL text', '  ENROLL'])(
    'wants a blank, a level, a blank and a category: %j',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it.each(['\u00a0', '\n', '\v', '\r', '!', '.'])('takes %j for no blank', (blank) => {
    expect(read(`${blank}I ENROLL text`)).toBeUndefined();
    expect(read(` I${blank}ENROLL text`)).toBeUndefined();
    expect(read(` I ENROLL${blank}text`)).toBeUndefined();
  });
});
