import {
  evolveInPlace,
  type Session,
  type SessionEvent,
  type SessionState,
} from '@license-monitor/sessions';

export interface Folded {
  /** Each session the events touched, as it is afterwards. */
  readonly changed: Session[];
  /** Sessions that are no longer any: their ends belong to others. */
  readonly withdrawn: readonly Session[];
}

/** Folds events into `state`. */
export function foldEvents(state: SessionState, events: readonly SessionEvent[]): Folded {
  const touched = new Map<number, Session>();
  const withdrawn: Session[] = [];
  for (const event of events) {
    for (const { kind, session } of evolveInPlace(state, event)) {
      touched.set(session.id, session);
      if (kind !== 'withdrawn') continue;
      touched.delete(session.id);
      withdrawn.push(session);
    }
  }
  return { changed: [...touched.values()], withdrawn };
}
