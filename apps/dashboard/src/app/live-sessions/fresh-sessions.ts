import type { DurationMs, EpochMs } from '@license-monitor/api-contract';

/** How long a new row is marked. */
export const FRESH_MS: DurationMs = 3_000;

/** When the mark of each new session ends, by id. */
export type FreshSessions = ReadonlyMap<number, EpochMs>;

/** Marks the sessions that appeared between two lists, and drops the marks that have ended. */
export function markFresh(
  marked: FreshSessions,
  before: { has(id: number): boolean },
  after: Iterable<number>,
  now: EpochMs,
): FreshSessions {
  const fresh = new Map([...marked].filter(([, endsAt]) => endsAt > now));
  for (const id of after) if (!before.has(id)) fresh.set(id, now + FRESH_MS);
  return fresh;
}
