import type { SessionFilter } from '@license-monitor/db';
import type { RangeQuery } from './list.query';
import { ProblemError } from './problem';

/**
 * The filter of a query.
 *
 * @throws ProblemError when the range ends before it starts.
 */
export function toFilter(query: RangeQuery): SessionFilter {
  const { from = null, to = null } = query;
  if (from !== null && to !== null && to < from) {
    const detail = `to (${to}) lies before from (${from}): the range ends before it starts`;
    throw new ProblemError('LM_QUERY_INVALID', detail, [{ parameter: 'to', detail }]);
  }
  return {
    products: query.product ?? [],
    users: query.user ?? [],
    hosts: query.host ?? [],
    servers: query.server ?? [],
    from,
    to,
  };
}

/** What a figure is of where no range was asked for, in milliseconds. */
const DEFAULT_RANGE_MS = 7 * 24 * 60 * 60_000;

/**
 * The filter of a query for figures, which need a range: the last seven days unless it says so. It
 * ends with what was read, for what comes later is not known.
 *
 * @param readUntil UTC milliseconds up to which the log was read.
 * @throws ProblemError when the range ends before it starts.
 */
export function toRange(
  query: RangeQuery,
  readUntil: number,
): SessionFilter & { readonly from: number; readonly to: number } {
  const filter = toFilter(query);
  const to = Math.min(filter.to ?? readUntil, readUntil);
  const from = filter.from ?? Math.max(0, to - DEFAULT_RANGE_MS);
  return { ...filter, from: Math.min(from, to), to };
}
