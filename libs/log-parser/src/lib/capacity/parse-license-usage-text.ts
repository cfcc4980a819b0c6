import type { AdminError } from './admin-output.js';
import { judgeAnswer } from './judge-answer.js';
import type { LicenseUsage } from './license-usage.js';
import { readEditorLine } from './read-editor-line.js';
import { isPoolLine } from './read-pool-line.js';
import { explainMissing, isWarning, readTranscript } from './read-transcript.js';
import type { AdminLine, AdminSection } from './transcript.js';
import { UsageTextReader } from './usage-text-reader.js';

/**
 * Reads the output of `getLicenseUsage` or `getLicenseUsage -all`, the text for people: for where
 * `-csv` is not to be had. Never throws, whatever the text.
 *
 * Seats and seats in use are read in every language; who holds them only where the tool writes
 * English labels. Dates follow the tool's locale: one whose order of day and month is not certain
 * keeps its text and has no instant.
 *
 * @returns an error where there is no line of a pool that can be read: a server without licences
 * cannot be told from an output that failed, other than in `parseLicenseUsageCsv`.
 *
 * @example
 * const usage = parseLicenseUsageText(output);
 * if (usage.type === 'usage') for (const { product, seats, inUse } of usage.pools) show(product, seats, inUse);
 */
export function parseLicenseUsageText(text: string): LicenseUsage | AdminError {
  const transcript = readTranscript(text);
  const lists = transcript.sections.filter((section) => section.lines.some(isPoolLine));
  const [list, ...others] = lists;
  if (list === undefined) return explainMissing(transcript);
  const reader = new UsageTextReader();
  const lines = findListLines(list);
  for (const [at, line] of lines.entries()) reader.read(line, lines[at + 1]);
  const { unreadableRows } = reader;
  const pools = reader.table.list();
  const judgement = judgeAnswer(transcript, {
    section: list,
    rowCount: pools.length,
    unreadableRows,
    isRepeated: others.length > 0,
  });
  if (judgement.type === 'error') return judgement;
  return { type: 'usage', pools, unreadableRows, faults: judgement.faults };
}

/** From the first pool, or the editor before it: what stands before is another command's. */
function findListLines({ lines }: AdminSection): readonly AdminLine[] {
  const poolAt = lines.findIndex(isPoolLine);
  const before = lines[poolAt - 1];
  const hasEditor = before !== undefined && readEditorLine(before, lines[poolAt]) !== undefined;
  const from = hasEditor ? poolAt - 1 : poolAt;
  return lines.slice(from).filter((line) => !isWarning(line));
}
