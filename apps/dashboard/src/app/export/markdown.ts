import { toHarmlessText } from './csv';
import type { ExportCell, ExportTable } from './export-table';

// What Markdown would take for a mark, or HTML for a tag, is shown as it is: names in a log come
// from outside.
const marks = /[\\`*_[\]<>|~!#&]/g;

const writeCell = (cell: ExportCell): string =>
  toHarmlessText(cell)
    .replace(/\s+/g, ' ')
    .replace(marks, (mark) => `\\${mark}`);

const writeLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

/** Writes a table in Markdown, as GitHub and most wikis read it; numbers stand to the right. */
export function writeMarkdown({ header, rows }: ExportTable): string {
  const isNumber = header.map((_, column) =>
    rows.some((row) => typeof row[column] === 'number')
      ? rows.every((row) => row[column] === null || typeof row[column] === 'number')
      : false,
  );
  const rules = isNumber.map((isRight) => (isRight ? '---:' : '---'));
  return [header.map(writeCell), rules, ...rows.map((row) => row.map(writeCell))]
    .map(writeLine)
    .join('');
}
