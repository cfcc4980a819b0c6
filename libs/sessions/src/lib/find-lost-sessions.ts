import type { Session } from './session';
import type { SweepEvent } from './session-event';

/** When an open session can no longer be alive. */
export interface SweepPolicy {
  /** Longest life of a session, in milliseconds; may differ per product. */
  readonly maxAgeMs: (productId: number) => number;
  /** How long after a server restart a session may stay silent, in milliseconds. */
  readonly restartGraceMs: number;
}

export interface LostSession {
  readonly session: Session;
  readonly rule: SweepEvent['rule'];
  /** Assumed end, UTC milliseconds: never later than `now`, and the same whenever it is asked. */
  readonly endedAt: number;
}

/**
 * Finds open sessions that can no longer be alive at `now`: those silent since a server restart
 * for longer than the grace, and those older than their product's limit.
 *
 * @param now UTC milliseconds up to which the log was read.
 */
export function findLostSessions(
  open: Iterable<Session>,
  now: number,
  policy: SweepPolicy,
): LostSession[] {
  const lost: LostSession[] = [];
  for (const session of open) {
    const { startedAt, uncertainSince, seat } = session;
    if (startedAt === null) continue;
    const oldestEnd = startedAt + policy.maxAgeMs(seat.productId);
    if (uncertainSince !== null && uncertainSince + policy.restartGraceMs <= now) {
      lost.push({ session, rule: 'serverRestart', endedAt: Math.min(uncertainSince, oldestEnd) });
    } else if (oldestEnd <= now) {
      lost.push({ session, rule: 'presumedLost', endedAt: oldestEnd });
    }
  }
  return lost;
}
