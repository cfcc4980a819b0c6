import type { SessionDto } from '@license-monitor/api-contract';
import type { ClosedSessionColumn } from '@license-monitor/db';
import type { Place } from '../http/cursor';
import { nameKey, orderRows } from '../http/ordered';
import { parseSort, type Sort } from '../http/sort';
import { CLOSED_COLUMNS, OPEN_COLUMNS } from './sessions.query';

type OpenColumn = (typeof OPEN_COLUMNS)[number];

/** The order of a closed list, the last end first unless it says so. */
export const parseClosedSort = (
  text = '-endedAt',
): Sort<ClosedSessionColumn> & { text: string } => ({
  ...parseSort(text, CLOSED_COLUMNS),
  text,
});

/** The order of an open list where none is asked for; the live store keeps its own so. */
export const LONGEST_FIRST = 'startedAt';

/**
 * Open sessions in order, as they come where none is asked for.
 *
 * @throws ProblemError for a column that open sessions do not have.
 */
export function sortOpen(sessions: readonly SessionDto[], text?: string): readonly SessionDto[] {
  if (text === undefined) return sessions;
  const sort = parseSort(text, OPEN_COLUMNS);
  return orderRows(sessions, sort, (session) => openPlace(session, sort.column));
}

function openPlace(session: SessionDto, column: OpenColumn): Place {
  const key = column === 'startedAt' ? session.startedAt : nameKey(session[column]);
  return { key, id: session.id };
}
