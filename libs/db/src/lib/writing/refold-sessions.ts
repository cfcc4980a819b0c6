import { SessionState, type SessionEvent } from '@license-monitor/sessions';
import type { Cell, QueryRunner } from '../engine/query-runner';
import { EVENT_TYPE, MODEL } from '../codes';
import { foldEvents } from './fold-events';
import { deleteSessions, saveSessions } from './session-rows';

/** How many events are held at once. */
const PAGE_EVENTS = 5_000;

/**
 * The order of the log, whatever the order of arrival was: by time, but within a file as it stands
 * there, also where the clock of the server stepped back.
 */
const ORDER_SQL = `INSERT INTO fold_order SELECT ROW_NUMBER() OVER (ORDER BY position, id), id FROM (
    SELECT id, CASE WHEN stream_id IS NULL THEN at
      ELSE MAX(at) OVER (PARTITION BY stream_id ORDER BY byte_offset) END AS position
    FROM license_events WHERE server_id IN (SELECT value FROM json_each(?))
  ) AS placed`;

const PAGE_SQL = `SELECT e.id, e.server_id, e.at, e.type, e.product_id, e.session_id, e.user_id, c.host_id,
    e.client_id, e.model, e.quantity, e.swept_id, t.text AS rule
  FROM fold_order o
  JOIN license_events e ON e.id = o.id
  LEFT JOIN clients c ON c.id = e.client_id
  LEFT JOIN event_texts t ON t.id = e.text_id
  WHERE o.n > ? AND o.n <= ? ORDER BY o.n`;

const DELETE_SQL =
  'DELETE FROM license_sessions WHERE server_id IN (SELECT value FROM json_each(?))';

type Row = Record<string, Cell>;

/**
 * Folds all events of a pool into sessions anew; run it in a transaction.
 *
 * @param sourceIds the pool itself and, where it is a cluster, its members.
 */
export async function refoldSessions(
  runner: QueryRunner,
  poolId: number,
  sourceIds: readonly number[],
): Promise<void> {
  const sources = JSON.stringify(sourceIds);
  await runner.query('DROP TABLE IF EXISTS fold_order');
  await runner.query('CREATE TEMP TABLE fold_order (n integer PRIMARY KEY, id bigint)');
  await runner.query(ORDER_SQL, [sources]);
  await runner.query(DELETE_SQL, [sources]);
  const state = new SessionState();
  for (let from = 0; ; from += PAGE_EVENTS) {
    const rows = (await runner.query(PAGE_SQL, [from, from + PAGE_EVENTS])) as Row[];
    if (rows.length === 0) break;
    const events = rows.flatMap((row) => toSessionEvent(row, poolId) ?? []);
    const { changed, withdrawn } = foldEvents(state, events);
    await saveSessions(runner, changed);
    await deleteSessions(runner, withdrawn);
  }
  await runner.query('DROP TABLE fold_order');
}

function toSessionEvent(row: Row, serverId: number): SessionEvent | undefined {
  const member = Number(row['server_id']) === serverId ? null : Number(row['server_id']);
  const base = { id: Number(row['id']), at: Number(row['at']) };
  const type = EVENT_TYPE.toName(Number(row['type']));
  if (type === 'serverStart' || type === 'serverStop') {
    return { ...base, type, serverId, member };
  }
  if (type === 'sweep') {
    return { ...base, type, rule: toRule(row['rule']), sweptId: Number(row['swept_id']) };
  }
  if (type === 'denial' || type === 'suspend' || type === 'resume') return undefined;
  return row['product_id'] === null
    ? undefined
    : { ...base, type, seat: toSeat(row, serverId), member };
}

const toRule = (text: Cell | undefined) =>
  text === 'serverRestart' ? 'serverRestart' : 'presumedLost';

function toSeat(row: Row, serverId: number) {
  const numberOf = (column: string) => (row[column] === null ? null : Number(row[column]));
  const model = numberOf('model');
  return {
    serverId,
    productId: Number(row['product_id']),
    sessionId: row['session_id'] === null ? null : String(row['session_id']),
    userId: numberOf('user_id'),
    hostId: numberOf('host_id'),
    clientId: numberOf('client_id'),
    model: model === null ? ('unknown' as const) : MODEL.toName(model),
    quantity: numberOf('quantity') ?? 1,
  };
}
