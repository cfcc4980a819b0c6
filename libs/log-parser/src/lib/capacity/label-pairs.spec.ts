import fc from 'fast-check';
import { firstWord, readLabelPairs, readValues } from './label-pairs.js';

describe('readLabelPairs', () => {
  it.each([
    ['', []],
    ['no label', []],
    ['a: 1', [['a', '1']]],
    [
      'text a:1 b:  2  c:',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', ''],
      ],
    ],
    [
      'in Verwendung: 2 Größe: 3',
      [
        ['Verwendung', '2'],
        ['Größe', '3'],
      ],
    ],
    [
      'customerId:20 pricing structure: Evaluation key',
      [
        ['customerId', '20 pricing'],
        ['structure', 'Evaluation key'],
      ],
    ],
    [
      'date:2025/9/26 上午7:59:00 数量:5',
      [
        ['date', '2025/9/26 上午7:59:00'],
        ['数量', '5'],
      ],
    ],
    [
      'at: 01:59:00 b:: c',
      [
        ['at', '01:59:00'],
        ['b', ': c'],
      ],
    ],
    [': a: 1', [['a', '1']]],
    ['x1y: 2', [['y', '2']]],
  ])('takes %j apart', (text, pairs) => {
    expect(readLabelPairs(text)).toEqual(pairs.map(([label, value]) => ({ label, value })));
  });

  it('never loses a character that is no blank', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const pairs = readLabelPairs(text);
        const parts = pairs.map(({ label, value }) => `${label}:${value}`).join('');
        const tight = (part: string) => part.replaceAll(/\s/g, '');
        expect(tight(text).endsWith(tight(parts))).toBe(true);
      }),
    );
  });
});

describe('readValues', () => {
  const labels = ['a:', 'b c:', 'd:'];

  it.each([
    ['a: 1 b c: 2 d: 3', ['1', '2', '3']],
    ['x a:1b c:  2 2  d:', ['1', '2 2', null]],
    ['a: 1 d: 3', ['1', null, '3']],
    ['b c: 2', [null, '2', null]],
    ['d: 3 a: 1', ['1', null, null]],
    ['', [null, null, null]],
  ])('reads %j', (text, values) => {
    expect(readValues(text, labels)).toEqual(values);
  });

  it('looks for a label behind the one before it', () => {
    expect(readValues('at: 1 at: 2', ['at:', 'at:'])).toEqual(['1', '2']);
    expect(readValues('aa: 1', ['aa:', 'a:'])).toEqual(['1', null]);
  });
});

describe('firstWord', () => {
  it.each([
    ['', ''],
    ['one', 'one'],
    ['one two', 'one'],
    ['one\ttwo', 'one'],
    [' one', ''],
  ])('of %j is %j', (text, word) => {
    expect(firstWord(text)).toBe(word);
  });
});
