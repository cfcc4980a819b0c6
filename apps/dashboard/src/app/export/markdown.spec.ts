import { array, assert, property, string, tuple } from 'fast-check';
import { exportTable } from './export-table';
import { writeMarkdown } from './markdown';

describe('writeMarkdown', () => {
  it('has a head, a rule and a line for each row, with numbers to the right', () => {
    const table = exportTable(
      ['user', 'seats'],
      [
        ['ann', 5],
        ['bob', null],
      ],
    );
    expect(writeMarkdown(table)).toBe(
      '| user | seats |\n| --- | ---: |\n| ann | 5 |\n| bob |  |\n',
    );
  });

  it('shows marks, tags and links of a name as they are, and disarms formulas', () => {
    const [, , line] = writeMarkdown(exportTable(['h'], [['=a|b <i>[x](y)</i> *z*\n`c`']])).split(
      '\n',
    );
    expect(line).toBe("| '=a\\|b \\<i\\>\\[x\\](y)\\</i\\> \\*z\\* \\`c\\` |");
  });

  it('has as many lines and cells as the table, whatever stands in it', () => {
    assert(
      property(array(tuple(string(), string())), (rows) => {
        const lines = writeMarkdown(exportTable(['a', 'b'], rows))
          .trimEnd()
          .split('\n');
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) {
          const bare = line.replace(/\\./g, '');
          expect(bare.split('|')).toHaveLength(4);
        }
      }),
    );
  });
});
