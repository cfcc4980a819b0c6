import type { SessionFilter } from '@license-monitor/db';
import type { ListQuery } from './list.query';
import { ProblemError } from './problem';

/**
 * The filter of a list query.
 *
 * @throws ProblemError when the range ends before it starts.
 */
export function toFilter(query: ListQuery): SessionFilter {
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
