import {
  evolveInPlace,
  type Session,
  type SessionEvent,
  type SessionState,
} from '@license-monitor/sessions';

/** Folds events into `state` and returns each session they touched as it is afterwards. */
export function foldEvents(state: SessionState, events: readonly SessionEvent[]): Session[] {
  const touched = new Map<number, Session>();
  for (const event of events) {
    for (const { session } of evolveInPlace(state, event)) touched.set(session.id, session);
  }
  return [...touched.values()];
}
