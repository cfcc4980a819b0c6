import type { AdminError } from './admin-output.js';
import type { CapacityFault, CapacityFaultKind, UnreadableRow } from './capacity-fault.js';
import { toError, type Transcript } from './read-transcript.js';
import type { AdminSection } from './transcript.js';

/** What a reader made of the section that holds its answer. */
export interface Answer {
  readonly section: AdminSection;
  /** Rows that were understood. */
  readonly rowCount: number;
  readonly unreadableRows: readonly UnreadableRow[];
  /** Whether another section holds the same kind of answer. */
  readonly isRepeated: boolean;
}

export interface Judgement {
  readonly type: 'answer';
  readonly faults: readonly CapacityFault[];
}

/**
 * Says what the answer is worth. An answer without rows passes only where the server is not known
 * to be unready and the prompt behind shows that there was nothing more: whatever else reads as
 * "no licences" is an error.
 */
export function judgeAnswer(transcript: Transcript, answer: Answer): Judgement | AdminError {
  const isReady = transcript.banner.isReady !== false;
  if (answer.rowCount === 0) {
    const misread = answer.unreadableRows.find(({ reason }) => reason !== 'unterminated');
    if (misread !== undefined) return toError('noReadableRow', misread);
    if (!isReady) return toError('serverNotReady');
    if (!answer.section.isClosed) return toError('truncated');
  }
  const kinds: (CapacityFaultKind | false)[] = [
    !isReady && 'serverNotReady',
    !answer.section.isClosed && 'endNotSeen',
    answer.unreadableRows.length > 0 && 'rowsUnreadable',
    answer.isRepeated && 'tableRepeated',
  ];
  const faults = kinds
    .filter((kind) => kind !== false)
    .map((kind) => ({ kind, lineNumber: null, text: '' }));
  return { type: 'answer', faults };
}
