import { array, assert, property, string, tuple } from 'fast-check';
import { writeCsv } from './csv';

function readCsv(text: string): string[][] {
  return text
    .split(/"\r\n/)
    .slice(0, -1)
    .map((line) =>
      line
        .slice(1)
        .split('","')
        .map((cell) => cell.replaceAll('""', '"')),
    );
}

describe('writeCsv', () => {
  it('quotes every cell and ends lines as RFC 4180 wants', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          ['x "y"', 5],
          [null, 'z,\n'],
        ],
      ),
    ).toBe('"a","b"\r\n"x ""y""","5"\r\n"","z,\n"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('disarms %p', (cell) => {
    expect(writeCsv(['h'], [[cell]])).toBe(`"h"\r\n"'${cell}"\r\n`);
  });

  it('can be read back, and leaves no cell that a spreadsheet would run', () => {
    const text = string().filter((value) => !/[\r\n"]/.test(value));
    assert(
      property(array(tuple(text, text)), (rows) => {
        const read = readCsv(writeCsv(['a', 'b'], rows)).slice(1);
        const disarm = (cell: string) => (/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell);
        expect(read).toEqual(rows.map((row) => row.map(disarm)));
      }),
    );
  });
});
