import type { CapacitySource } from '@license-monitor/db';
import type { CapacityFault, UnreadableRow } from '@license-monitor/log-parser';
import { noAnswer, type NoCapacityAnswer } from './capacity-reading';

/** What the readers of the tool's output have in common. */
export interface ToolAnswer {
  readonly unreadableRows: readonly UnreadableRow[];
  readonly faults: readonly CapacityFault[];
}

const MAX_TEXT = 200;

/**
 * Says why an answer cannot be taken for the whole of what the server has: a part of it would turn
 * the rest into no seats (features.md §3, 18). Undefined where it can.
 *
 * @param text the output that it was read from.
 */
export function findWhyPartial(
  source: CapacitySource,
  { unreadableRows, faults }: ToolAnswer,
  text: string,
): NoCapacityAnswer | undefined {
  const has = (kind: CapacityFault['kind']) => faults.some((fault) => fault.kind === kind);
  if (has('serverNotReady')) {
    return noAnswer(source, 'serverNotReady', 'The server said that it is not ready.');
  }
  const missing = unreadableRows.filter((row) => mayBePool(source, row));
  const [first] = missing;
  if (first !== undefined) {
    const row = `line ${first.lineNumber}, ${first.reason}: ${first.text.trim()}`;
    const words = `${missing.length} rows cannot be read, the first is ${row}`;
    return noAnswer(source, 'rowsUnreadable', words.slice(0, MAX_TEXT));
  }
  if (has('endNotSeen') && hasPrompts(text)) {
    return noAnswer(source, 'truncated', 'The output stops before the prompt behind the answer.');
  }
  return undefined;
}

/** The holders in the text for people are read in English only, and say nothing of what is owned. */
function mayBePool(source: CapacitySource, { reason }: UnreadableRow): boolean {
  return source !== 'usageText' || (reason !== 'notUnderstood' && reason !== 'poolMissing');
}

/** Whether the output shows prompts at all: a table that was cut out of it does not. */
export const hasPrompts = (text: string): boolean => /^admin >/m.test(text);

/** What lowers trust in an answer that is taken all the same; null where nothing does. */
export function toRemark(answer: ToolAnswer, others: readonly CapacityFault[]): string | null {
  const kinds = new Set([...answer.faults, ...others].map(({ kind }) => kind));
  const rows = answer.unreadableRows.length;
  const words = [...kinds].map((kind) => (kind === 'rowsUnreadable' ? `${kind} (${rows})` : kind));
  return words.length === 0 ? null : words.join(', ');
}
