import type { SubjectPartDto } from '@license-monitor/api-contract';
import { exportTable, type ExportTable } from '../export/export-table';
import type { SubjectDay } from './subject-days';

/** Puts the days of a subject into a table for export; of an empty cell nothing is known. */
export function toDaysExport(days: readonly SubjectDay[]): ExportTable {
  return exportTable(
    ['date', 'sessionMs'],
    days.map(({ date, sessionMs }) => [date, sessionMs]),
  );
}

/** Puts the parts of a subject's use into a table for export. */
export function toPartsExport(part: string, parts: readonly SubjectPartDto[]): ExportTable {
  return exportTable(
    [part, 'sessions', 'sessionMs'],
    parts.map(({ key, sessions, sessionMs }) => [key, sessions, sessionMs]),
  );
}
