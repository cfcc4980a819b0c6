import type { EpochMs, FindingDto, LogFileHealthDto } from '@license-monitor/api-contract';
import { writeCsv } from '../export/csv';
import { toIsoInstant } from '../wording/instant';
import type { GapRow } from './gap-rows';

const iso = (at: EpochMs | null) => (at === null ? null : toIsoInstant(at));

/** Writes the findings as CSV. */
export function writeFindingsCsv(findings: readonly FindingDto[]): string {
  return writeCsv(
    ['kind', 'product', 'count', 'firstAt', 'lastAt', 'meaning', 'rows'],
    findings.map(({ kind, product, count, firstAt, lastAt, meaning, rows }) => [
      kind,
      product,
      count,
      iso(firstAt),
      iso(lastAt),
      meaning,
      rows,
    ]),
  );
}

/** Writes the times that are not measured as CSV. */
export function writeGapsCsv(gaps: readonly GapRow[]): string {
  return writeCsv(
    ['of', 'from', 'to', 'why'],
    gaps.map(({ of, from, to, why }) => [of, iso(from), iso(to), why]),
  );
}

/** Writes the files of the logs as CSV. */
export function writeFilesCsv(
  files: readonly (LogFileHealthDto & { readonly server: string })[],
): string {
  return writeCsv(
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
      iso(file.lastLineAt),
      file.lines,
      file.events,
      file.messages,
      file.quarantined,
      file.duplicates,
    ]),
  );
}
