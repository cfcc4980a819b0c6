import { withEnd } from './member-reports';
import type { Session } from './session';
import type { LicenseUseEvent } from './session-event';

/**
 * The client tells the server that it is alive about every 17 minutes (log-format.md §6.1), so a
 * timeout may come that long after the real end.
 */
export const HEARTBEAT_MS = 17 * 60_000;

/** The session as an end of the log leaves it. */
export function close(
  open: Session,
  event: LicenseUseEvent,
  closedBy: 'detachment' | 'timeout',
): Session {
  const startedAt = open.startedAt ?? event.at;
  const endedAt = Math.max(startedAt, event.at);
  return {
    ...open,
    endedAt,
    closedBy,
    endUncertaintyMs: closedBy === 'timeout' ? Math.min(HEARTBEAT_MS, endedAt - startedAt) : 0,
    endEventId: event.id,
    uncertainSince: null,
    isNegative: event.at < startedAt,
    reports: withEnd(open.reports, event.member),
  };
}

/** An end whose grant is not known. */
export function orphan(event: LicenseUseEvent, closedBy: 'detachment' | 'timeout'): Session {
  return {
    id: event.id,
    seat: event.seat,
    startedAt: null,
    endedAt: event.at,
    closedBy,
    endUncertaintyMs: closedBy === 'timeout' ? HEARTBEAT_MS : 0,
    endEventId: event.id,
    uncertainSince: null,
    isNegative: false,
    reports:
      event.member === null || event.seat.sessionId === null
        ? null
        : { grantedBy: [], endedBy: [event.member] },
  };
}

/** The session of an orphan whose grant came to light after its end. */
export function adopt(orphan: Session, grant: LicenseUseEvent): Session {
  const startedAt = grant.at;
  const endedAt = Math.max(startedAt, orphan.endedAt ?? startedAt);
  return {
    ...orphan,
    id: grant.id,
    seat: grant.seat,
    startedAt,
    endedAt,
    endUncertaintyMs: Math.min(orphan.endUncertaintyMs, endedAt - startedAt),
    isNegative: (orphan.endedAt ?? startedAt) < startedAt,
  };
}
