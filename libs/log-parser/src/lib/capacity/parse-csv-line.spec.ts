import fc from 'fast-check';
import { parseCsvLine } from './parse-csv-line.js';

describe('parseCsvLine', () => {
  it.each([
    ['', ['']],
    [',', ['', '']],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    ['a,b,', ['a', 'b', '']],
    [' a , b ', [' a ', ' b ']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a ""b"" c"', ['a "b" c']],
    ['""', ['']],
    ['"",x', ['', 'x']],
    ['"""",x', ['"', 'x']],
    ['""""""', ['""']],
    ['"a" -b,c', ['a -b', 'c']],
    ['a"b,c"d', ['a"b', 'c"d']],
    [' "a,b"', [' "a', 'b"']],
    ['a,"b"', ['a', 'b']],
  ])('splits %j', (text, fields) => {
    expect(parseCsvLine(text)).toEqual(fields);
  });

  it.each(['"', '"a', 'a,"b,c', '"a""', '"""'])(
    'does not split %j, whose quote is open',
    (text) => {
      expect(parseCsvLine(text)).toBeUndefined();
    },
  );

  it('splits an unquoted line at every comma', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('"')),
        (text) => {
          expect(parseCsvLine(text)).toEqual(text.split(','));
        },
      ),
    );
  });

  it('gives back every field that was quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (fields) => {
        const line = fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',');
        expect(parseCsvLine(line)).toEqual(fields);
      }),
    );
  });
});
