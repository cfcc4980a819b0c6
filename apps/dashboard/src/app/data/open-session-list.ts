import type { OpenSessionsDto, SessionDto } from '@license-monitor/api-contract';

/** The most open sessions that are kept in the browser; further ones are counted as left out. */
export const MAX_OPEN_SESSIONS = 50_000;

/** The most changes that are remembered for a snapshot that is still on its way. */
export const MAX_RECENT_CHANGES = 500;

/** All open sessions by id. */
export interface OpenSessionList {
  readonly sessions: ReadonlyMap<number, SessionDto>;
  /** Whether sessions were left out because there are too many. */
  readonly isTruncated: boolean;
}

/** One `sessions` message. */
export interface SessionsChange {
  readonly opened: readonly SessionDto[];
  readonly closed: readonly SessionDto[];
}

/** Remembers a change, forgetting the oldest beyond {@link MAX_RECENT_CHANGES}. */
export function rememberChange(
  recent: readonly SessionsChange[],
  change: SessionsChange,
): readonly SessionsChange[] {
  return [...recent, change].slice(-MAX_RECENT_CHANGES);
}

/**
 * Makes the list of a snapshot and applies the recent changes to it, those that it includes as
 * well: nothing tells them apart for certain. They are an unbroken run up to the present, so the
 * last word on each session is right, or is so with the next message.
 */
export function toOpenSessionList(
  snapshot: OpenSessionsDto,
  recent: readonly SessionsChange[],
  maxSessions = MAX_OPEN_SESSIONS,
): OpenSessionList {
  const kept = snapshot.items.slice(0, maxSessions);
  const list: OpenSessionList = {
    sessions: new Map(kept.map((session) => [session.id, session])),
    isTruncated: kept.length < snapshot.items.length,
  };
  return applyChanges(list, recent, maxSessions);
}

/** Applies changes in their order; applying a run of them twice does no harm. */
export function applyChanges(
  list: OpenSessionList,
  changes: readonly SessionsChange[],
  maxSessions = MAX_OPEN_SESSIONS,
): OpenSessionList {
  if (changes.length === 0) return list;
  const sessions = new Map(list.sessions);
  let { isTruncated } = list;
  for (const { opened, closed } of changes) {
    for (const session of opened) {
      if (sessions.size < maxSessions || sessions.has(session.id))
        sessions.set(session.id, session);
      else isTruncated = true;
    }
    for (const { id } of closed) sessions.delete(id);
  }
  return { sessions, isTruncated };
}

/** Counts the sessions that differ between what is shown and what is known. */
export function countDifferences(
  shown: ReadonlyMap<number, SessionDto>,
  known: ReadonlyMap<number, SessionDto>,
): number {
  let differences = 0;
  for (const [id, session] of known) if (shown.get(id) !== session) differences += 1;
  for (const id of shown.keys()) if (!known.has(id)) differences += 1;
  return differences;
}
