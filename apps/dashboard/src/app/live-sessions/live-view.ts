import type { EpochMs, SessionDto } from '@license-monitor/api-contract';
import { matchesSubjects, matchesText } from '../view-state/match-session';
import type { OneClickFilter, ViewQuery } from '../view-state/view-query';
import { findSeveralHosts, isLongHold } from './session-badges';
import { toSessionFigures, type SessionFigures } from './session-figures';
import { toSessionRows, type RowOptions, type SessionRow } from './session-rows';
import { sortSessions } from './sort-sessions';

/** What the live screen shows of the open sessions. */
export interface LiveView {
  /** The sessions that match, in their order, those in closed groups included. */
  readonly sessions: readonly SessionDto[];
  readonly rows: readonly SessionRow[];
  readonly figures: SessionFigures;
  /** Ids of all sessions whose users hold the same product on several hosts. */
  readonly severalHosts: ReadonlySet<number>;
}

/** Narrows, sorts and groups the open sessions as the address says. */
export function toLiveView(
  sessions: ReadonlyMap<number, SessionDto>,
  query: ViewQuery,
  options: Pick<RowOptions, 'closedGroups' | 'entitlements'>,
  now: EpochMs,
): LiveView {
  const all = [...sessions.values()];
  // Over all sessions, so that a filter does not hide that there are several hosts.
  const severalHosts = findSeveralHosts(all);
  const isWanted: Record<OneClickFilter, (session: SessionDto) => boolean> = {
    longHold: (session) => isLongHold(session, now),
    severalHosts: ({ id }) => severalHosts.has(id),
  };
  const matching = all.filter(
    (session) =>
      matchesSubjects(session, query) &&
      (query.q === '' || matchesText(session, query.q)) &&
      query.only.every((filter) => isWanted[filter](session)),
  );
  const sorted = sortSessions(matching, query.sort);
  return {
    sessions: sorted,
    rows: toSessionRows(sorted, {
      ...options,
      grouping: query.group,
      groupOrder: query.sort.column === query.group ? 'asSorted' : 'size',
    }),
    figures: toSessionFigures(sorted),
    severalHosts,
  };
}
