import type { Counting, UseInterval } from '@license-monitor/analytics';
import type { SessionRow } from '@license-monitor/db';

/** How licences in use are counted under each model (log-format.md §6.2). */
export const COUNTING: Readonly<Record<SessionRow['model'], Counting>> = {
  ConcurrentUser: 'seats',
  unknown: 'seats',
  NamedUser: 'seats',
  Token: 'quantities',
  Credit: 'quantities',
};

/**
 * A session as an interval of use; an open one lasts until `now`. Undefined where its start is not
 * known.
 */
export function toUseInterval(session: SessionRow, now: number): UseInterval | undefined {
  const { startedAt, endedAt, id, endEventId, quantity } = session;
  if (startedAt === null) return undefined;
  return {
    from: startedAt,
    to: endedAt ?? Math.max(now, startedAt),
    fromOrder: id,
    toOrder: endEventId ?? Number.MAX_SAFE_INTEGER,
    seat: toSeat(session),
    quantity,
  };
}

/** Who shares a licence of a server: a person for NamedUser, else a person on a machine with its display. */
export function toSeat({ model, server, user, clientId }: SessionRow): string {
  return model === 'NamedUser' ? `${server} ${user}` : `${server} ${user} ${clientId}`;
}
