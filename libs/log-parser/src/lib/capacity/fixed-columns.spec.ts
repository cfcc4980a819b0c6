import { cutFixedRow, readFixedColumns } from './fixed-columns.js';

const readColumns = () => readFixedColumns('Aa   Bb   Cc');
const cut = (row: string) => {
  const { values, misplaced } = cutFixedRow(row, readColumns());
  return [
    Object.values(values),
    misplaced.map(({ kind, column, value }) => `${kind} ${column} ${value}`),
  ];
};

describe('readFixedColumns', () => {
  it('begins a column where its name begins', () => {
    expect(readColumns()).toEqual([
      { name: 'Aa', from: 0 },
      { name: 'Bb', from: 5 },
      { name: 'Cc', from: 10 },
    ]);
    expect(readFixedColumns('')).toEqual([]);
    expect(readFixedColumns('  x ')).toEqual([{ name: 'x', from: 2 }]);
  });
});

describe('cutFixedRow', () => {
  it.each([
    ['1    2    3', ['1', '2', '3']],
    ['1234 1234 12345678', ['1234', '1234', '12345678']],
    ['1 2  3 4  5 6 7  ', ['1 2', '3 4', '5 6 7']],
    ['1         3', ['1', '', '3']],
    ['     2', ['', '2', '']],
    ['1    2', ['1', '2', '']],
    ['1    2    ', ['1', '2', '']],
    ['1', ['1', '', '']],
    ['1234', ['1234', '', '']],
    ['', ['', '', '']],
  ])('cuts %j at the columns', (row, values) => {
    expect(cut(row)).toEqual([values, []]);
  });

  it('names the values by the columns', () => {
    expect(cutFixedRow('1    2    3', readColumns()).values).toEqual({ Aa: '1', Bb: '2', Cc: '3' });
  });

  it.each([
    ['12345 2    3', ['12345', '2', '3'], ['valueTooLong Aa 12345']],
    ['1234567 2    3', ['1234567', '2', '3'], ['valueTooLong Aa 1234567']],
    ['1    23456 3', ['1', '23456', '3'], ['valueTooLong Bb 23456']],
    ['12345 23456 3', ['12345', '23456', '3'], ['valueTooLong Aa 12345', 'valueTooLong Bb 23456']],
    ['12345', ['12345', '', ''], ['valueTooLong Aa 12345']],
    ['12 45 2    3', ['12 45', '2', '3'], ['valueTooLong Aa 12 45']],
  ])('keeps a value of %j whole that is longer than its column', (row, values, misplaced) => {
    expect(cut(row)).toEqual([values, misplaced]);
  });

  it.each([
    [' 1   2    3', ['1', '2', '3'], ['valueMisplaced Aa 1']],
    ['1     2   3', ['1', '2', '3'], ['valueMisplaced Bb 2']],
    ['1    2       3', ['1', '2', '3'], ['valueMisplaced Cc 3']],
    ['12345  2   3', ['12345', '2', '3'], ['valueTooLong Aa 12345', 'valueMisplaced Bb 2']],
  ])('marks a value of %j that begins behind its column', (row, values, misplaced) => {
    expect(cut(row)).toEqual([values, misplaced]);
  });

  it('takes any name for a column, also one that objects have of their own', () => {
    const { values } = cutFixedRow('1         2', readFixedColumns('__proto__ constructor'));
    expect(Object.entries(values)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});
