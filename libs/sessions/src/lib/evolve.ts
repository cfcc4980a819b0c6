import {
  adoptOrphan,
  expectEndOf,
  findAwaited,
  findRepeated,
  joinGrant,
  noteReport,
} from './cluster-reports';
import { close, orphan } from './end-session';
import type { Session } from './session';
import type { SessionChange } from './session-change';
import type { LicenseUseEvent, ServerStateEvent, SessionEvent, SweepEvent } from './session-event';
import type { SessionState } from './session-state';

/**
 * Folds one event into the sessions: each grant opens a session, each end closes the oldest open
 * one of its key (log-format.md §6.3). Pure; `evolveInPlace` is the fast form of it.
 */
export function evolve(
  state: SessionState,
  event: SessionEvent,
): { readonly state: SessionState; readonly changes: readonly SessionChange[] } {
  const next = state.copy();
  return { changes: evolveInPlace(next, event), state: next };
}

/** Folds one event into `state` and returns what changed. Events come in the order of their ids. */
export function evolveInPlace(state: SessionState, event: SessionEvent): readonly SessionChange[] {
  switch (event.type) {
    case 'grant':
      return grant(state, event);
    case 'detachment':
    case 'timeout':
      return end(state, event, event.type);
    case 'serverStart':
    case 'serverStop':
      return markUncertain(state, event);
    case 'sweep':
      return sweep(state, event);
  }
}

function grant(state: SessionState, event: LicenseUseEvent): readonly SessionChange[] {
  const known = joinGrant(state, event) ?? adoptOrphan(state, event);
  if (known !== undefined) return known;
  const changes: SessionChange[] = [];
  // A grant under the key of a session that a restart made uncertain is a sign of life.
  for (const known of state.findBySession(event.seat)) {
    if (known.uncertainSince === null) continue;
    const session = { ...known, uncertainSince: null };
    state.replace(session);
    changes.push({ kind: 'marked', session });
  }
  const session: Session = {
    id: event.id,
    seat: event.seat,
    startedAt: event.at,
    endedAt: null,
    closedBy: null,
    endUncertaintyMs: 0,
    endEventId: null,
    uncertainSince: null,
    isNegative: false,
    reports: expectEndOf(event),
  };
  state.add(session);
  changes.push({ kind: 'opened', session });
  return changes;
}

function end(
  state: SessionState,
  event: LicenseUseEvent,
  closedBy: 'detachment' | 'timeout',
): readonly SessionChange[] {
  const awaited = findAwaited(state, event);
  if (awaited !== undefined && awaited.endedAt !== null) return noteReport(state, awaited, event);
  const open = awaited ?? findOpen(state, event);
  if (open !== undefined) {
    state.remove(open);
    return [{ kind: 'closed', session: remember(state, close(open, event, closedBy)) }];
  }
  const swept = state.takeSwept(event.seat);
  if (swept !== undefined) {
    return [{ kind: 'corrected', session: remember(state, close(swept, event, closedBy)) }];
  }
  const repeated = findRepeated(state, event);
  if (repeated !== undefined) return noteReport(state, repeated, event);
  return [{ kind: 'orphaned', session: remember(state, orphan(event, closedBy)) }];
}

function remember(state: SessionState, session: Session): Session {
  if (session.reports !== null) state.recent.add(session);
  return session;
}

/** The oldest open session under the event's best key. */
function findOpen(state: SessionState, event: LicenseUseEvent): Session | undefined {
  const { seat } = event;
  const bySession = state.findBySession(seat)[0];
  if (bySession !== undefined) return bySession;
  // Only lines without a session id are paired by user and machine: another id is another session.
  const candidates = state
    .findByPlace(seat)
    .filter((session) => seat.sessionId === null || session.seat.sessionId === null);
  return candidates.find((session) => session.seat.clientId === seat.clientId) ?? candidates[0];
}

/**
 * A stop or start of the server closes nothing: clients may reconnect (log-format.md §6.4). A grant
 * of a cluster is known to all its members, so it is certain while enough of them are up.
 */
function markUncertain(state: SessionState, event: ServerStateEvent): readonly SessionChange[] {
  if (event.member !== null && canStillServe(state, event, event.member)) return [];
  const changes: SessionChange[] = [];
  for (const known of state.openSessions()) {
    if (known.seat.serverId !== event.serverId || known.uncertainSince !== null) continue;
    const session = { ...known, uncertainSince: event.at };
    state.replace(session);
    changes.push({ kind: 'marked', session });
  }
  return changes;
}

function canStillServe(
  { downMembers }: SessionState,
  { type, serverId }: ServerStateEvent,
  member: number,
): boolean {
  if (type === 'serverStop') return downMembers.stop({ serverId, member });
  downMembers.start({ serverId, member });
  return true;
}

function sweep(state: SessionState, event: SweepEvent): readonly SessionChange[] {
  const open = state.findOpen(event.sweptId);
  if (open === undefined) return [];
  const startedAt = open.startedAt ?? event.at;
  const endedAt = Math.max(startedAt, event.at);
  const session: Session = {
    ...open,
    endedAt,
    closedBy: event.rule,
    // Nothing was heard of it since the grant.
    endUncertaintyMs: endedAt - startedAt,
    endEventId: event.id,
    uncertainSince: null,
  };
  state.remove(open);
  state.addSwept(session);
  return [{ kind: 'closed', session }];
}
