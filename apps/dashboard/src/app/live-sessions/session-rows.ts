import type { SessionDto } from '@license-monitor/api-contract';
import { keysOf } from '../data/session-keys';
import type { Grouping } from '../view-state/view-query';
import { countHosts, countSessions, countUsers } from '../wording/counts';
import { describeInUse, toSessionFigures, type SessionFigures } from './session-figures';

/** One row of the table: a session, or the head of a group of them. */
export type SessionRow =
  | { readonly kind: 'session'; readonly key: number; readonly session: SessionDto }
  | {
      readonly kind: 'group';
      readonly key: string;
      /** What the sessions have in common. */
      readonly by: Exclude<Grouping, 'none'>;
      readonly label: string;
      /** Written when it is asked for: of thousands of groups a few are drawn. */
      readonly figures: () => string;
      readonly isOpen: boolean;
    };

/** How sessions become rows. */
export interface RowOptions {
  readonly grouping: Grouping;
  /** By size, largest first, or as the sessions come. */
  readonly groupOrder: 'size' | 'asSorted';
  /** Keys of the groups whose sessions are folded away. */
  readonly closedGroups: ReadonlySet<string>;
  /** Licences owned, by product key; a product that is missing is unknown. */
  readonly entitlements: ReadonlyMap<string, number>;
}

type Group = { readonly key: string; readonly label: string; readonly sessions: SessionDto[] };

function toGroup(session: SessionDto, grouping: Exclude<Grouping, 'none'>): Group {
  const label = session[grouping];
  const key = grouping === 'product' ? keysOf(session).product : label;
  return { key, label, sessions: [] };
}

function describeGroup(
  figures: SessionFigures,
  grouping: Grouping,
  entitlement: number | null,
): string {
  const parts = [describeInUse(figures, entitlement), countSessions(figures.sessions)];
  if (grouping !== 'user') parts.push(countUsers(figures.users));
  if (grouping === 'user') parts.push(countHosts(figures.hosts));
  return parts.join(' · ');
}

function groupSessions(
  sessions: readonly SessionDto[],
  grouping: Exclude<Grouping, 'none'>,
  order: RowOptions['groupOrder'],
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const session of sessions) {
    const fresh = toGroup(session, grouping);
    const group = groups.get(fresh.key) ?? fresh;
    group.sessions.push(session);
    groups.set(fresh.key, group);
  }
  if (order === 'asSorted') return [...groups.values()];
  return [...groups.values()].sort(
    (a, b) => b.sessions.length - a.sessions.length || (a.key < b.key ? -1 : 1),
  );
}

function once(write: () => string): () => string {
  let text: string | undefined;
  return () => (text ??= write());
}

function toRow(session: SessionDto): SessionRow {
  return { kind: 'session', key: session.id, session };
}

/**
 * Flattens sessions, in their order, into rows: one list for a window to slide over. A closed
 * group is its head alone.
 */
export function toSessionRows(
  sessions: readonly SessionDto[],
  { grouping, groupOrder, closedGroups, entitlements }: RowOptions,
): readonly SessionRow[] {
  if (grouping === 'none') return sessions.map(toRow);
  return groupSessions(sessions, grouping, groupOrder).flatMap(
    ({ key, label, sessions: members }) => {
      const isOpen = !closedGroups.has(key);
      const entitlement = grouping === 'product' ? (entitlements.get(key) ?? null) : null;
      const figures = once(() => describeGroup(toSessionFigures(members), grouping, entitlement));
      const head: SessionRow = { kind: 'group', key, by: grouping, label, figures, isOpen };
      return isOpen ? [head, ...members.map(toRow)] : [head];
    },
  );
}
