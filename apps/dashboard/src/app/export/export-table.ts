/** A cell of an export; null is an empty cell. */
export type ExportCell = string | number | null;

/** What is exported, before anybody knows as what: as CSV, or as Markdown. */
export interface ExportTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
}

/** Puts a table together. */
export const exportTable = (
  header: readonly string[],
  rows: readonly (readonly ExportCell[])[],
): ExportTable => ({ header, rows });

/** What there is to export while nothing is known. */
export const noRows = exportTable([], []);
