import type { AdminError } from './admin-output.js';
import type { UnreadableRow } from './capacity-fault.js';
import { type FixedColumn, readFixedColumns } from './fixed-columns.js';
import { judgeAnswer } from './judge-answer.js';
import type { EnrolledLicense, LicenseInfo } from './license-info.js';
import { readLicenseRow } from './read-license-row.js';
import { explainMissing, isWarning, readTranscript } from './read-transcript.js';
import type { AdminLine, AdminSection } from './transcript.js';

/**
 * Reads the output of `getLicenseInfo`, with or without the tool's greeting before it: a table of
 * fixed width, whose columns begin where their names do (log-format.md §10.5). Never throws,
 * whatever the text.
 *
 * @returns an error where there is no table, or a table without one row that can be read, or
 * without rows and without the prompt that shows that it is whole.
 *
 * @example
 * const info = parseLicenseInfo(output);
 * if (info.type === 'licenses') show(countActive(info.licenses, Date.UTC(2025, 0, 1)));
 */
export function parseLicenseInfo(text: string): LicenseInfo | AdminError {
  const transcript = readTranscript(text);
  const tables = transcript.sections.filter((section) => section.lines.some(isHeader));
  const [table, ...others] = tables;
  if (table === undefined) return explainMissing(transcript);
  const { licenses, unreadableRows } = readTable(table);
  const judgement = judgeAnswer(transcript, {
    section: table,
    rowCount: licenses.length,
    unreadableRows,
    isRepeated: others.length > 0,
  });
  if (judgement.type === 'error') return judgement;
  return { type: 'licenses', licenses, unreadableRows, faults: judgement.faults };
}

/** Whether a line is the header: the other columns differ between releases of the tool. */
function isHeader(line: AdminLine): boolean {
  const names = line.text.split(' ').filter((name) => name !== '');
  return names[0] === 'Status' && names.includes('Feature') && names.includes('Quantity');
}

interface Table {
  readonly columns: readonly FixedColumn[];
  /** Blanks before the header that stand before every row, too. */
  readonly indent: number;
}

function readHeader({ text, isPrompted }: AdminLine): Table {
  const header = text.trimStart();
  // Behind the prompt, the blanks belong to the prompt.
  const indent = isPrompted ? 0 : text.length - header.length;
  return { columns: readFixedColumns(header), indent };
}

function readTable(section: AdminSection) {
  const licenses: EnrolledLicense[] = [];
  const unreadableRows: UnreadableRow[] = [];
  let table: Table | undefined;
  for (const line of section.lines) {
    if (isHeader(line)) {
      table = readHeader(line);
    } else if (table !== undefined && !isWarning(line)) {
      const row = withoutIndent(line.text, table.indent);
      const license = readLicenseRow({ ...line, text: row }, table.columns);
      if (typeof license !== 'string') licenses.push(license);
      else unreadableRows.push({ lineNumber: line.lineNumber, reason: license, text: line.text });
    }
  }
  return { licenses, unreadableRows };
}

function withoutIndent(text: string, indent: number): string {
  return text.slice(Math.min(indent, text.length - text.trimStart().length));
}
