import { adopt } from './end-session';
import { isAwaited, isNews, withEnd, withGrant } from './member-reports';
import { CLOCK_TOLERANCE_MS, REMEMBERED_MS } from './recent-sessions';
import type { MemberReports, Session } from './session';
import type { SessionChange } from './session-change';
import type { LicenseUseEvent } from './session-event';
import type { SessionState } from './session-state';

/**
 * What the logs of a failover cluster's members tell of one pool (docs/adr/0012): a session granted
 * by one member may be ended by another, and several members may tell of the same grant or end.
 *
 * Each member's own log is in order; between members there is none, as their clocks differ. So a
 * line is taken for a repeat by who told of the session already, and by stamps only where a session
 * is over.
 */

/** Members notice within five seconds that one is down (log-format.md §6.4), in milliseconds. */
const REPEAT_MS = 5_000;

/** What is to be expected of a session that the event opens; null where the server stands alone. */
export function expectEndOf({ member, seat }: LicenseUseEvent): MemberReports | null {
  return member === null || seat.sessionId === null ? null : { grantedBy: [member], endedBy: [] };
}

/** Joins a grant to the session that another member told of; undefined where there is none. */
export function joinGrant(
  state: SessionState,
  event: LicenseUseEvent,
): readonly SessionChange[] | undefined {
  const { member, seat, at } = event;
  if (member === null) return undefined;
  const open = state.findBySession(seat).find((session) => isNewsOf(session, member));
  const known =
    open ??
    state.recent
      .find(seat)
      .find(
        (session) =>
          isNewsOf(session, member) &&
          session.startedAt !== null &&
          Math.abs(at - session.startedAt) <= REPEAT_MS,
      );
  giveUpEnds(state, event, known?.startedAt ?? at);
  if (known?.reports == null) return undefined;
  const reports = withGrant(known.reports, member);
  const session = { ...known, reports, uncertainSince: null };
  if (open === undefined) state.recent.replace(session);
  else state.replace(session);
  return [{ kind: 'joined', session }];
}

/** A member that grants anew will not tell any more how the session before ended. */
function giveUpEnds(state: SessionState, { seat, member }: LicenseUseEvent, from: number): void {
  for (const session of state.recent.find(seat)) {
    const { endedAt, reports } = session;
    if (endedAt === null || endedAt > from || reports === null || member === null) continue;
    if (isAwaited(reports, member))
      state.recent.replace({ ...session, reports: withEnd(reports, member) });
  }
}

/**
 * The end of a grant may come first: from another member, whose clock is behind, or whose backlog was
 * read before.
 */
export function adoptOrphan(
  state: SessionState,
  event: LicenseUseEvent,
): readonly SessionChange[] | undefined {
  const { member, seat, at } = event;
  if (member === null) return undefined;
  const orphan = state.recent
    .find(seat)
    .find(
      (session) =>
        session.startedAt === null && isNewsOf(session, member) && mayHaveEnded(session, at),
    );
  if (orphan?.reports == null) return undefined;
  const reports = withGrant(orphan.reports, member);
  const session = { ...adopt(orphan, event), reports };
  state.recent.remove(orphan);
  state.recent.add(session);
  return [
    { kind: 'withdrawn', session: orphan },
    { kind: 'closed', session },
  ];
}

/** The oldest session of which the event's member told the grant and not yet the end. */
export function findAwaited(state: SessionState, event: LicenseUseEvent): Session | undefined {
  const { member, seat } = event;
  if (member === null) return undefined;
  const sessions = [...state.findBySession(seat), ...state.recent.find(seat)];
  const awaited = sessions.filter(({ reports }) => reports !== null && isAwaited(reports, member));
  return awaited.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0) || a.id - b.id)[0];
}

/** A session that another member ended already, and the event's member has not. */
export function findRepeated(state: SessionState, event: LicenseUseEvent): Session | undefined {
  const { member, seat, at } = event;
  if (member === null) return undefined;
  return state.recent
    .find(seat)
    .find((session) => session.reports?.endedBy.includes(member) === false && isNear(session, at));
}

/** Notes that the event's member told of the end, too. */
export function noteReport(
  state: SessionState,
  known: Session,
  event: LicenseUseEvent,
): readonly SessionChange[] {
  const session = { ...known, reports: withEnd(known.reports, event.member) };
  state.recent.replace(session);
  return [{ kind: 'joined', session }];
}

const isNewsOf = ({ reports }: Session, member: number): boolean =>
  reports !== null && isNews(reports, member);

const isNear = ({ endedAt }: Session, at: number): boolean =>
  endedAt !== null && Math.abs(at - endedAt) <= CLOCK_TOLERANCE_MS;

/** Whether an end may be that of a grant: not long before it, and not beyond what is remembered. */
const mayHaveEnded = ({ endedAt }: Session, grantedAt: number): boolean =>
  endedAt !== null &&
  grantedAt - endedAt <= CLOCK_TOLERANCE_MS &&
  endedAt - grantedAt <= REMEMBERED_MS;
