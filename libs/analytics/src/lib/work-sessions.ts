import type { SessionSpan } from './session-lengths';

/** A client that lost its connection is back within this time (features.md §2.6). */
export const RECONNECT_MS = 2 * 60_000;

/** A session, and whose it is. */
export interface OwnedSession extends SessionSpan {
  /** User, host and product: only sessions of one key are joined. */
  readonly key: string;
}

/** Sessions that were one sitting for the person at the screen. */
export interface WorkSession extends OwnedSession {
  /** How many sessions of the log it is made of. */
  readonly sessions: number;
}

/**
 * Joins sessions of one user, host and product with no more than `gapMs` between them
 * (features.md §2.6). For the number and the length of work sessions only: licence-time is that of
 * the sessions themselves, as in a gap the licence was free. A session whose start is not known stays
 * by itself, as nobody knows what it overlaps. Cost: n log n.
 *
 * @returns in the order of their starts, those without a start first.
 */
export function workSessions(
  sessions: Iterable<OwnedSession>,
  gapMs = RECONNECT_MS,
): WorkSession[] {
  const joined: WorkSession[] = [];
  const lastOfKey = new Map<string, number>();
  const startOf = ({ startedAt }: SessionSpan) => startedAt ?? -Infinity;
  for (const { key, startedAt, endedAt, endUncertaintyMs } of [...sessions].sort(
    // Two starts that are not known differ by NaN, which sorts as equal.
    (a, b) => startOf(a) - startOf(b) || 0,
  )) {
    const next = { key, startedAt, endedAt, endUncertaintyMs, sessions: 1 };
    const index = startedAt === null ? undefined : lastOfKey.get(key);
    const last = index === undefined ? undefined : joined[index];
    if (index !== undefined && last !== undefined && startOf(next) - endOf(last) <= gapMs) {
      joined[index] = joinTwo(last, next);
    } else {
      if (startedAt !== null) lastOfKey.set(key, joined.length);
      joined.push(next);
    }
  }
  return joined;
}

const endOf = ({ endedAt }: SessionSpan): number => endedAt ?? Infinity;

/** The first one's start, and the end, with what is uncertain of it, of the one that ends last. */
function joinTwo(first: WorkSession, second: WorkSession): WorkSession {
  const { endedAt, endUncertaintyMs } = endOf(second) > endOf(first) ? second : first;
  return { ...first, endedAt, endUncertaintyMs, sessions: first.sessions + second.sessions };
}
