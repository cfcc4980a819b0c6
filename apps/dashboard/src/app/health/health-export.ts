import type { FindingDto, LogFileHealthDto } from '@license-monitor/api-contract';
import { exportTable, instantCell, type ExportTable } from '../export/export-table';
import type { GapRow } from './gap-rows';

/** Puts the findings into a table for export. */
export function toFindingsExport(findings: readonly FindingDto[]): ExportTable {
  return exportTable(
    ['kind', 'product', 'count', 'firstAt', 'lastAt', 'meaning', 'rows'],
    findings.map(({ kind, product, count, firstAt, lastAt, meaning, rows }) => [
      kind,
      product,
      count,
      instantCell(firstAt),
      instantCell(lastAt),
      meaning,
      rows,
    ]),
  );
}

/** Puts the times that are not measured into a table for export. */
export function toGapsExport(gaps: readonly GapRow[]): ExportTable {
  return exportTable(
    ['of', 'from', 'to', 'why'],
    gaps.map(({ of, from, to, why }) => [of, instantCell(from), instantCell(to), why]),
  );
}

/** Puts the files of the logs into a table for export. */
export function toFilesExport(
  files: readonly (LogFileHealthDto & { readonly server: string })[],
): ExportTable {
  return exportTable(
    [
      'server',
      'file',
      'state',
      'bytesRead',
      'lastLineAt',
      'lines',
      'events',
      'messages',
      'quarantined',
      'duplicates',
    ],
    files.map((file) => [
      file.server,
      file.file,
      file.state,
      file.bytesRead,
      instantCell(file.lastLineAt),
      file.lines,
      file.events,
      file.messages,
      file.quarantined,
      file.duplicates,
    ]),
  );
}
