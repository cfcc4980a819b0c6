/** A cell of a CSV file; null is an empty cell. */
export type CsvCell = string | number | null;

// A spreadsheet runs a cell that begins so as a formula. Names in a log come from outside.
const formula = /^[=+\-@\t\r]/;

function writeCell(cell: CsvCell): string {
  const text = cell === null ? '' : String(cell);
  const harmless = formula.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/**
 * Writes a table as RFC 4180 wants it: every cell quoted, lines ended by CR LF, the header first.
 * A cell that a spreadsheet would run gets a leading apostrophe.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}
