import type { ExportCell, ExportTable } from './export-table';

// A spreadsheet runs a cell that begins so as a formula. Names in a log come from outside.
const formula = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Writes a cell so that no spreadsheet runs it: with a leading apostrophe where one would. A number is
 * no formula, even below zero; the files of the API are written by the same rule.
 */
export function toHarmlessText(cell: ExportCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell);
}

const writeCell = (cell: ExportCell) => `"${toHarmlessText(cell).replaceAll('"', '""')}"`;

/**
 * Writes a table as RFC 4180 wants it: every cell quoted, lines ended by CR LF, the header first.
 * A cell that a spreadsheet would run gets a leading apostrophe.
 */
export function writeCsv({ header, rows }: ExportTable): string {
  return [header, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}
