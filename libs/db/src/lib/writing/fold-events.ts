import {
  evolveInPlace,
  type Session,
  type SessionChange,
  type SessionEvent,
  type SessionState,
} from '@license-monitor/sessions';
import type { UseChange } from './use-table';

export interface Folded {
  /** Each session the events touched, as it is afterwards. */
  readonly changed: Session[];
  /** Sessions that are no longer any: their ends belong to others. */
  readonly withdrawn: readonly Session[];
  /** What it all did to the licences in use, in the order of the events. */
  readonly uses: readonly UseChange[];
}

/** Folds events into `state`. */
export function foldEvents(state: SessionState, events: readonly SessionEvent[]): Folded {
  const touched = new Map<number, Session>();
  const withdrawn: Session[] = [];
  const uses: UseChange[] = [];
  for (const event of events) {
    for (const change of evolveInPlace(state, event)) {
      const { kind, session } = change;
      const use = toUseChange(change, event);
      if (use !== undefined) uses.push(use);
      touched.set(session.id, session);
      if (kind !== 'withdrawn') continue;
      touched.delete(session.id);
      withdrawn.push(session);
    }
  }
  return { changed: [...touched.values()], withdrawn, uses };
}

function toUseChange({ kind, session }: SessionChange, event: SessionEvent): UseChange | undefined {
  const { seat, startedAt, endedAt } = session;
  if (startedAt === null) return undefined;
  if (kind === 'opened')
    return { kind: 'edge', edge: { at: startedAt, isGrant: true, seat }, pool: seat };
  // A session that its grant finds ended already was not counted before.
  const isNew = session.id === event.id;
  if (kind === 'closed' && endedAt !== null && !isNew)
    return { kind: 'edge', edge: { at: endedAt, isGrant: false, seat }, pool: seat };
  return kind === 'closed' || kind === 'corrected'
    ? { kind: 'moved', at: startedAt, pool: seat }
    : undefined;
}
