import { computed, type Signal } from '@angular/core';
import type { EpochMs, SessionDto } from '@license-monitor/api-contract';
import { matchesSubjects, matchesText } from '../view-state/match-session';
import {
  subjects,
  type OneClickFilter,
  type SortOrder,
  type ViewQuery,
} from '../view-state/view-query';
import { findSeveralHosts, isLongHold } from './session-badges';
import { toSessionFigures, type SessionFigures } from './session-figures';
import { toSessionRows, type RowOptions, type SessionRow } from './session-rows';
import { sortSessions } from './sort-sessions';

/** What the live screen shows of the open sessions. */
export interface LiveView {
  /** The sessions that match, in their order, those in closed groups included. */
  readonly sessions: Signal<readonly SessionDto[]>;
  readonly rows: Signal<readonly SessionRow[]>;
  readonly figures: Signal<SessionFigures>;
  /** Ids of all sessions whose users hold the same product on several hosts. */
  readonly severalHosts: Signal<ReadonlySet<number>>;
}

/** What the view is made of. */
export interface LiveViewSource {
  readonly sessions: Signal<ReadonlyMap<number, SessionDto>>;
  readonly query: Signal<ViewQuery>;
  readonly options: Signal<Pick<RowOptions, 'closedGroups' | 'entitlements'>>;
  readonly now: Signal<EpochMs>;
}

const isSameOrder = (a: SortOrder, b: SortOrder) =>
  a.column === b.column && a.isDescending === b.isDescending;

const isSameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item, at) => item === b[at]);

const hasSameFilters = (a: ViewQuery, b: ViewQuery) =>
  a.q === b.q &&
  isSameList(a.only, b.only) &&
  subjects.every((subject) => isSameList(a[subject], b[subject]));

/**
 * Narrows, sorts and groups the open sessions as the address says. Each step is done anew only when what
 * it depends on has changed: of thousands of sessions, sorting must not count them all again.
 */
export function toLiveView({ sessions, query, options, now }: LiveViewSource): LiveView {
  const all = computed(() => [...sessions().values()]);
  // Over all sessions, so that a filter does not hide that there are several hosts.
  const severalHosts = computed(() => findSeveralHosts(all()));
  const filters = computed(query, { equal: hasSameFilters });
  const order = computed(() => query().sort, { equal: isSameOrder });
  const isWanted: Record<OneClickFilter, (session: SessionDto) => boolean> = {
    longHold: (session) => isLongHold(session, now()),
    severalHosts: ({ id }) => severalHosts().has(id),
  };
  const matching = computed(() => {
    const wanted = filters();
    return all().filter(
      (session) =>
        matchesSubjects(session, wanted) &&
        (wanted.q === '' || matchesText(session, wanted.q)) &&
        wanted.only.every((filter) => isWanted[filter](session)),
    );
  });
  const sorted = computed(() => sortSessions(matching(), order()));
  const grouping = computed(() => query().group);
  const rows = computed(() =>
    toSessionRows(sorted(), {
      ...options(),
      grouping: grouping(),
      groupOrder: order().column === grouping() ? 'asSorted' : 'size',
    }),
  );
  return {
    sessions: sorted,
    rows,
    figures: computed(() => toSessionFigures(matching())),
    severalHosts,
  };
}
