import type { AdminError } from './admin-output.js';
import type { CapacityFault, UnreadableRow } from './capacity-fault.js';
import { judgeAnswer } from './judge-answer.js';
import type { LicenseUsage } from './license-usage.js';
import { parseCsvLine } from './parse-csv-line.js';
import { PoolTable } from './pool-table.js';
import { explainMissing, isWarning, readTranscript } from './read-transcript.js';
import { readUsageRow } from './read-usage-row.js';
import type { AdminLine, AdminSection } from './transcript.js';
import { isUsageHeader, readUsageHeader, type UsageHeader } from './usage-header.js';

/**
 * Reads the output of `getLicenseUsage -csv` or `-short -csv`, with or without the tool's greeting
 * before it. Never throws, whatever the text.
 *
 * The header is found by its content and columns by their names; it may stand behind a prompt, and
 * again for every editor. A last line without its end of line is not read: half a number looks
 * like a number.
 *
 * @returns an error where there is no table, or a table without one row that can be read, or
 * without rows and without the prompt that shows that it is whole.
 *
 * @example
 * const usage = parseLicenseUsageCsv(output);
 * if (usage.type === 'usage') for (const { product, seats, inUse } of usage.pools) show(product, seats, inUse);
 */
export function parseLicenseUsageCsv(text: string): LicenseUsage | AdminError {
  const transcript = readTranscript(text);
  const tables = transcript.sections.filter((section) => section.lines.some(isHeaderLine));
  const [table, ...others] = tables;
  if (table === undefined) return explainMissing(transcript);
  const { pools, unreadableRows, faults } = readTable(table);
  const judgement = judgeAnswer(transcript, {
    section: table,
    rowCount: pools.length,
    unreadableRows,
    isRepeated: others.length > 0,
  });
  if (judgement.type === 'error') return judgement;
  return { type: 'usage', pools, unreadableRows, faults: [...judgement.faults, ...faults] };
}

const isHeaderLine = (line: AdminLine) => readHeaderLine(line) !== undefined;

/** Only a line that could be the header is split: the other lines of a table are many. */
function readHeaderLine(line: AdminLine): UsageHeader | undefined {
  if (!line.text.includes('Editor')) return undefined;
  const fields = parseCsvLine(line.text)?.map((field) => field.trim());
  return fields !== undefined && isUsageHeader(fields) ? readUsageHeader(fields) : undefined;
}

function readTable(section: AdminSection) {
  const table = new PoolTable();
  const unreadableRows: UnreadableRow[] = [];
  const faults: CapacityFault[] = [];
  let header: UsageHeader | undefined;
  for (const line of section.lines) {
    const nextHeader = readHeaderLine(line);
    if (nextHeader !== undefined) {
      header = nextHeader;
      faults.push(...findUnknownColumns(line, nextHeader));
    } else if (header !== undefined && !isWarning(line)) {
      addRow(line, header, { table, unreadableRows });
    }
  }
  return { pools: table.list(), unreadableRows, faults };
}

function addRow(
  line: AdminLine,
  header: UsageHeader,
  { table, unreadableRows }: { table: PoolTable; unreadableRows: UnreadableRow[] },
): void {
  const row = readUsageRow(line, header);
  if (typeof row === 'string') {
    unreadableRows.push({ lineNumber: line.lineNumber, reason: row, text: line.text });
    return;
  }
  const pool = table.open(row);
  if (row.use !== null) pool.uses.push(row.use);
  if (row.waiting !== null) pool.queue.push(row.waiting);
}

function findUnknownColumns(
  { lineNumber }: AdminLine,
  { unknownNames }: UsageHeader,
): CapacityFault[] {
  return unknownNames.map((text) => ({ kind: 'columnUnknown', lineNumber, text }));
}
