import type { EpochMs } from '@license-monitor/api-contract';

/** A cell of an export: an instant is a Date; null is an empty cell. */
export type ExportCell = string | number | Date | null;

/** What is exported, before anybody knows as what: as CSV, as a workbook, or as Markdown. */
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

/** A cell with an instant; empty where there is none. */
export const instantCell = (at: EpochMs | null): Date | null => (at === null ? null : new Date(at));
