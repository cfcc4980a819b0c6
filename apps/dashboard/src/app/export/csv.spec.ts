import { array, assert, property, string, tuple } from 'fast-check';
import { writeCsv } from './csv';
import { exportTable } from './export-table';

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
        exportTable(
          ['a', 'b'],
          [
            ['x "y"', 5],
            [null, 'z,\n'],
          ],
        ),
      ),
    ).toBe('"a","b"\r\n"x ""y""","5"\r\n"","z,\n"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
    'disarms %p',
    (cell) => {
      expect(writeCsv(exportTable(['h'], [[cell]]))).toBe(`"h"\r\n"'${cell}"\r\n`);
    },
  );

  it('takes no number for a formula', () => {
    expect(writeCsv(exportTable(['h'], [[-1]]))).toBe('"h"\r\n"-1"\r\n');
  });

  it('can be read back, and leaves no cell that a spreadsheet would run', () => {
    const text = string().filter((value) => !/[\r\n"]/.test(value));
    assert(
      property(array(tuple(text, text)), (rows) => {
        const read = readCsv(writeCsv(exportTable(['a', 'b'], rows))).slice(1);
        const disarm = (cell: string) => (/^[=+\-@\t＝＋－＠]/.test(cell) ? `'${cell}` : cell);
        expect(read).toEqual(rows.map((row) => row.map(disarm)));
      }),
    );
  });
});
