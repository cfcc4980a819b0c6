import { REMEMBERED_MS, SessionState, type MemberOfCluster } from '@license-monitor/sessions';
import type { Cell, QueryRunner } from '../engine/query-runner';
import { EVENT_TYPE } from '../codes';
import { SESSION_COLUMNS, toSession } from './session-rows';

/** Open sessions, and swept ones that a real end may correct. */
const toLivingSql = (own: string) => `SELECT ${SESSION_COLUMNS} FROM license_sessions
    WHERE ended_at IS NULL AND ${own}
  UNION ALL SELECT ${SESSION_COLUMNS} FROM license_sessions WHERE closed_by >= 2 AND ${own}
  ORDER BY id`;

/** Sessions of clusters that ended lately, in the order in which they ended. */
const toRecentSql = (own: string) => `SELECT ${SESSION_COLUMNS} FROM license_sessions
  WHERE ended_at >= (SELECT MAX(ended_at) FROM license_sessions) - ?
    AND granted_by IS NOT NULL AND closed_by < 2 AND ${own}
  ORDER BY ended_at, id`;

/** The last start or stop of each member of a cluster. */
const MEMBER_STATES_SQL = `SELECT s.cluster_id AS "serverId", s.id AS member,
    (SELECT e.type FROM license_events e
      WHERE e.server_id = s.id AND e.type IN (4, 5) ORDER BY e.at DESC, e.id DESC LIMIT 1) AS type
  FROM servers s WHERE s.cluster_id IS NOT NULL`;

/**
 * What a fold must know to go on.
 *
 * @param pools only the sessions of these servers and clusters; null: all.
 */
export async function loadSessionState(
  runner: QueryRunner,
  pools: ReadonlySet<number> | null,
): Promise<SessionState> {
  const own = pools === null ? 'TRUE' : 'server_id IN (SELECT value FROM json_each(?))';
  const ids = pools === null ? [] : [JSON.stringify([...pools])];
  const living = (await runner.query(toLivingSql(own), [...ids, ...ids])) as Record<string, Cell>[];
  const recent = (await runner.query(toRecentSql(own), [REMEMBERED_MS, ...ids])) as Record<
    string,
    Cell
  >[];
  const members = (await runner.query(MEMBER_STATES_SQL)) as (MemberOfCluster & {
    readonly type: number | null;
  })[];
  const down = members.filter(({ type }) => type === EVENT_TYPE.toNumber('serverStop'));
  return new SessionState([...living, ...recent].map(toSession), down);
}
