import type { AdminError } from './admin-output.js';
import type { UnreadableRow } from './capacity-fault.js';
import { judgeAnswer } from './judge-answer.js';
import { parseWholeNumber } from '../lines/parse-values.js';
import { explainMissing, isWarning, readTranscript, toError } from './read-transcript.js';
import type { ConfigLabel, ServerConfig } from './server-config.js';
import type { AdminLine } from './transcript.js';

/**
 * Reads the output of `getConfig`, with or without the tool's greeting before it: labels and
 * values, two to a line (log-format.md §10.6). Never throws, whatever the text.
 *
 * @returns an error where there is no configuration, or none of it can be read.
 */
export function parseServerConfig(text: string): ServerConfig | AdminError {
  const transcript = readTranscript(text);
  const configs = transcript.sections.filter((section) => section.lines.some(isTitle));
  const [section, ...others] = configs;
  if (section === undefined) return explainMissing(transcript);
  const behind = section.lines.slice(section.lines.findIndex(isTitle) + 1);
  const lines = behind.filter((line) => !isWarning(line));
  const labels = lines.flatMap(readConfigLabels);
  const unreadableRows = lines.flatMap(findUnreadable);
  const judgement = judgeAnswer(transcript, {
    section,
    rowCount: labels.length,
    unreadableRows,
    isRepeated: others.length > 0,
  });
  if (judgement.type === 'error') return judgement;
  if (labels.length === 0) return toError('answerMissing');
  const { faults } = judgement;
  return { type: 'config', mode: findMode(lines), ...nameLabels(labels), unreadableRows, faults };
}

const isTitle = (line: AdminLine) => line.text.trim() === 'Server configuration';

/** Its line has no label. */
const findMode = (lines: readonly AdminLine[]) =>
  lines.map(readMode).find((mode) => mode !== null) ?? null;

function readMode({ text }: AdminLine): ServerConfig['mode'] {
  const mode = text.trim();
  if (mode === 'Standalone mode') return 'standalone';
  return mode === 'Failover mode' ? 'failover' : null;
}

/**
 * Runs of blanks divide a line. A label ends in a colon and has its value behind it, or in the next
 * part. A line that the text stops in is not read.
 */
function readConfigLabels({ text, isTerminated }: AdminLine): ConfigLabel[] {
  const labels: { label: string; values: string[] }[] = [];
  for (const part of isTerminated ? text.split('  ').map((piece) => piece.trim()) : []) {
    const colon = `${part} `.indexOf(': ');
    if (colon > 0) {
      labels.push({ label: part.slice(0, colon), values: [part.slice(colon + 1).trim()] });
    } else labels.at(-1)?.values.push(part);
  }
  return labels.map(({ label, values }) => {
    return { label, value: values.filter((value) => value !== '').join(' ') };
  });
}

function findUnreadable(line: AdminLine): UnreadableRow[] {
  const { lineNumber, text, isTerminated } = line;
  if (!isTerminated) return [{ lineNumber, reason: 'unterminated', text }];
  const isRead = readMode(line) !== null || readConfigLabels(line).length > 0;
  return isRead ? [] : [{ lineNumber, reason: 'notUnderstood', text }];
}

function nameLabels(labels: readonly ConfigLabel[]) {
  const find = (label: string) => labels.find((pair) => pair.label === label)?.value || null;
  return {
    computerName: find('Computer name'),
    computerId: find('Computer ID'),
    licensingPort: parseWholeNumber(find('Licensing port')),
    administrationPort: parseWholeNumber(find('Administration port')),
    isPasswordProtected: parseYes(find('Password protected')),
    remoteAdministration: find('Remote administration'),
    isRecyclingAutomatic: parseYes(find('Automatic recycling enabled')),
    hasUsageStatistics: parseYes(find('License usage statistics enabled')),
    isOfflineExtractionEnabled: parseYes(find('Enable offline license extraction')),
    labels,
  };
}

/** Null for any word but these two. */
function parseYes(text: string | null): boolean | null {
  return text === 'yes' ? true : text === 'no' ? false : null;
}
