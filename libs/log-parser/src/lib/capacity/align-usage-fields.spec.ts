import { alignUsageFields } from './align-usage-fields.js';
import { readUsageHeader } from './usage-header.js';

const names = [
  'Editor',
  'EditorId',
  'Feature',
  'Max Release Date',
  'Expiration Date',
  'Count',
  'Inuse',
  'Tokens',
  'Active Process',
  'Client Code Version',
  'Session ID',
  'Granted Since',
  'Last Used At',
  'Granted At',
  'Queue Position',
];
const id = '5E756A80-1C80-478D-B83A-1D5913677621';
const date = '2025-05-19 08:01:13';
const pool = ['DS', id, 'MD2', date, date, '55', '22'];
const tail = ['6.424', '0FE1', date, date, date];
const align = (...fields: string[]) => alignUsageFields(fields, readUsageHeader(names));

describe('alignUsageFields', () => {
  it.each([
    ['a row without a use', pool],
    ['a row with every field', [...pool, '4', 'a.exe', ...tail, '12']],
    ['blanks around the fields', [' DS', ` ${id} `, 'MD2', ' ', date, ' 5 ', '2 ', '', 'a.exe']],
    ['a use without its first date', [...pool, '', 'a.exe', '', '', '', date, date]],
    ['a short id of the editor', ['DS', '5e756a80', 'MD2', '', '', 'unlimited', '0']],
    [
      'any text in an unknown shape',
      ['', '', '', '', '', '1', '1', '', '', '', '', '9:00', '9:00'],
    ],
  ])('leaves %s as it is', (_, fields) => {
    expect(alignUsageFields(fields, readUsageHeader(names))).toBe(fields);
  });

  it('joins a path with a comma again, its blanks kept', () => {
    expect(align(...pool, '', 'C:\\a', ' b\\x.exe', ...tail, '3')).toEqual([
      ...pool,
      '',
      'C:\\a, b\\x.exe',
      ...tail,
      '3',
    ]);
  });

  it.each([
    ['version and session are missing', ['', '', date, date, date]],
    ['only the last date is there', ['6.424', '', '', '', date]],
    ['only the first date is there', ['6.424', '0FE1', date]],
    ['only the middle date is there', ['6.424', '0FE1', '', date]],
  ])('finds the end of the path where %s', (_, end) => {
    expect(align(...pool, '1', 'a', 'b', 'c', ...end)).toEqual([...pool, '1', 'a,b,c', ...end]);
  });

  it('joins up to 16 commas and no more', () => {
    const path = Array.from({ length: 17 }, (_, index) => `p${index}`);
    expect(align(...pool, '', ...path, ...tail)).toEqual([...pool, '', path.join(','), ...tail]);
    expect(align(...pool, '', 'more', ...path, ...tail)).toBeUndefined();
  });

  it('does not join without a date that shows where the path ends', () => {
    const fields = [...pool, '', 'a', 'b'];
    expect(alignUsageFields(fields, readUsageHeader(names))).toBe(fields);
  });

  it('joins the name of a company by the id behind it', () => {
    expect(align('Left', ' Right', ' and Co', ...pool.slice(1))).toEqual([
      'Left, Right, and Co',
      ...pool.slice(1),
    ]);
  });

  it('does not join a company by an id that is none', () => {
    const fields = ['Left', 'Right', 'not-an-id', 'MD2', '', date, '5', '2'];
    expect(alignUsageFields(fields, readUsageHeader(names))).toBe(fields);
    const noId = ['Left', 'Right', '', 'MD2', '', date, '5', '2'];
    expect(alignUsageFields(noId, readUsageHeader(names))).toBe(noId);
  });

  it('does not give up the seats to make the rest fit', () => {
    const fields = ['DS', id, 'MD2', '', 'in summer', '20000000', '5', '2'];
    expect(alignUsageFields(fields, readUsageHeader(names))).toBe(fields);
  });

  it.each([
    ['EditorId', 1, 'x'],
    ['EditorId', 1, `x${id}`],
    ['EditorId', 1, `${id}x`],
    ['EditorId', 1, '5E756A8'],
    ['Max Release Date', 3, 'date'],
    ['Expiration Date', 4, 'date'],
    ['Count', 5, ''],
    ['Count', 5, '-1'],
    ['Count', 5, '1 of 5'],
    ['Count', 5, '1234567890'],
    ['Inuse', 6, ''],
    ['Inuse', 6, 'x1'],
    ['Inuse', 6, 'unlimited'],
    ['Inuse', 6, '1x'],
    ['Tokens', 7, 'x1'],
    ['Tokens', 7, '1x'],
    ['Client Code Version', 9, 'v6'],
    ['Client Code Version', 9, '6 beta'],
    ['Session ID', 10, 'x0'],
    ['Session ID', 10, '0x'],
    ['Granted Since', 11, 'date'],
    ['Last Used At', 12, 'date'],
    ['Granted At', 13, 'date'],
    ['Queue Position', 14, 'x1'],
    ['Queue Position', 14, '1x'],
  ])('does not take %s, at %i, for fitting where it is "%s"', (_, at, text) => {
    // A row with a comma in its path fits when joined; with one more field wrong it has a surplus.
    const fields = [...pool, '44', 'a', 'b', ...tail, '11'];
    expect(alignUsageFields(fields, readUsageHeader(names))).toHaveLength(names.length);
    const wrong = fields.with(at > 8 ? at + 1 : at, text);
    expect(alignUsageFields(wrong, readUsageHeader(names))).toBeUndefined();
  });

  it('leaves a row as it is where a field is wrong and nothing is left over', () => {
    const fields = [...pool, 'four', 'a.exe', ...tail];
    expect(alignUsageFields(fields, readUsageHeader(names))).toBe(fields);
  });

  it('gives nothing back for a row with a surplus that fits nowhere', () => {
    expect(align(...names, 'surplus')).toBeUndefined();
    expect(align(...names)).toEqual(names);
  });

  it('joins a path also where other fields have blanks around them', () => {
    const spaced = [' DS', ` ${id} `, 'MD2', ' ', date, ' 5 ', ' 2', ' '];
    expect(align(...spaced, 'a', 'b', ...tail)).toEqual([...spaced, 'a,b', ...tail]);
  });

  it('gives up no field where the header has no path', () => {
    const noPath = readUsageHeader(['Feature', 'Count', 'Inuse', 'Granted At', 'Tokens']);
    const fields = ['MD2', '5', '2', date, 'four'];
    expect(alignUsageFields(fields, noPath)).toBe(fields);
  });

  it('joins nothing where the header has no column for it', () => {
    const short = readUsageHeader(['Feature', 'Count', 'Inuse', 'Granted At']);
    expect(alignUsageFields(['MD2', '5', '2', 'x', date], short)).toBeUndefined();
    expect(alignUsageFields(['MD2', '5', '2', date], short)).toEqual(['MD2', '5', '2', date]);
  });

  it('asks nothing of a column that is not known', () => {
    const odd = readUsageHeader(['Feature', 'Count', 'Inuse', 'Colour']);
    const fields = ['MD2', '5', '2', 'red'];
    expect(alignUsageFields(fields, odd)).toBe(fields);
  });
});
