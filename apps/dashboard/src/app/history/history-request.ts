import type { EpochMs, SessionDto } from '@license-monitor/api-contract';
import type { ClosedSessionsRequest } from '../data/api-client';
import { matchesSubjects } from '../view-state/match-session';
import { resolveTimePoint } from '../view-state/time-point';
import type { ViewQuery } from '../view-state/view-query';

/** How many closed sessions one request fetches. */
export const PAGE_SIZE = 100;

/** What of the address decides which closed sessions are fetched. */
export type HistoryFilter = Pick<ViewQuery, 'product' | 'user' | 'host' | 'server' | 'from' | 'to'>;

/** Takes from a view what decides which closed sessions are fetched. */
export function toHistoryFilter(query: ViewQuery): HistoryFilter {
  const { product, user, host, server, from, to } = query;
  return { product, user, host, server, from, to };
}

/** Whether two filters fetch the same. */
export function isSameFilter(a: HistoryFilter, b: HistoryFilter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Makes the request for a page; relative times are meant at `now`. */
export function toHistoryRequest(
  { from, to, ...subjects }: HistoryFilter,
  cursor: string | null,
  now: EpochMs,
): ClosedSessionsRequest {
  return {
    ...subjects,
    from: from && resolveTimePoint(from, now),
    // `now` as the upper end is no bound: sessions that close later belong to the range as well.
    to: to === null || to.kind === 'now' ? null : resolveTimePoint(to, now),
    cursor,
    limit: PAGE_SIZE,
  };
}

/** Whether a session that has just closed belongs to the filter. */
export function matchesFilter(session: SessionDto, filter: HistoryFilter, now: EpochMs): boolean {
  const { from, to } = toHistoryRequest(filter, null, now);
  const endedAt = session.endedAt ?? now;
  const isInRange = (from === null || endedAt >= from) && (to === null || endedAt < to);
  return isInRange && matchesSubjects(session, filter);
}
