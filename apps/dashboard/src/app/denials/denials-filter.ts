import type { EpochMs, EventDto } from '@license-monitor/api-contract';
import type { DeniedRequestsRequest } from '../data/figures-client';
import { toFiguresRequest } from '../view-state/figures-request';
import { matchesSubjects } from '../view-state/match-session';
import type { ViewQuery } from '../view-state/view-query';

/** How many denied requests one request fetches. */
export const PAGE_SIZE = 500;

/** What of the address decides which denied requests are fetched. */
export type DenialsFilter = Pick<
  ViewQuery,
  'product' | 'user' | 'host' | 'server' | 'from' | 'to' | 'cause' | 'outcome' | 'retryMinutes'
>;

/** Takes from a view what decides which denied requests are fetched. */
export function toDenialsFilter(query: ViewQuery): DenialsFilter {
  const { product, user, host, server, from, to, cause, outcome, retryMinutes } = query;
  return { product, user, host, server, from, to, cause, outcome, retryMinutes };
}

/** Makes the request for a page; relative times are meant at `now`. */
export function toDenialsRequest(
  query: ViewQuery,
  cursor: string | null,
  now: EpochMs,
): DeniedRequestsRequest {
  const { cause, outcome, retryMinutes } = query;
  const figures = toFiguresRequest(query, now);
  return { ...figures, cause, outcome, retryMinutes, cursor, limit: PAGE_SIZE };
}

/** So many equal times are told apart by eye. */
const SERIES_BUCKETS = 200;

/** Makes the request for what the lanes show; relative times are meant at `now`. */
export function toDenialSeriesRequest(query: ViewQuery, now: EpochMs) {
  const { cause, outcome, retryMinutes } = query;
  return { ...toFiguresRequest(query, now), cause, outcome, retryMinutes, buckets: SERIES_BUCKETS };
}

/** Whether a denial that has just come is of the people and products that are asked for. */
export function matchesDenial(denial: EventDto, filter: DenialsFilter): boolean {
  const { product, user, host, server } = denial;
  return matchesSubjects(
    { product: product ?? '', user: user ?? '', host: host ?? '', server },
    filter,
  );
}
