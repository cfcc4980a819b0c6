/**
 * A floating licence that was taken offline leaves the pool for a day and more (log-format.md §6.5);
 * people go home before that. In milliseconds.
 */
export const POSSIBLY_OFFLINE_MS = 24 * 60 * 60_000;

/**
 * Whether a session of a floating licence has been, or was, open for so long that the licence may
 * have been taken offline. The log does not say so, hence: possibly.
 *
 * @param session UTC milliseconds; a session without an end is open still.
 * @param now UTC milliseconds.
 */
export function isPossiblyOffline(
  session: {
    readonly isConcurrent: boolean;
    readonly startedAt: number | null;
    readonly endedAt: number | null;
  },
  now: number,
): boolean {
  const { isConcurrent, startedAt, endedAt } = session;
  return isConcurrent && startedAt !== null && (endedAt ?? now) - startedAt > POSSIBLY_OFFLINE_MS;
}
