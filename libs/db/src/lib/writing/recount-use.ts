import type { Cell, QueryRunner } from '../engine/query-runner';
import { MODEL } from '../codes';
import { DAY_MS } from '../use/day-steps';
import type { PoolOfProduct } from '../use/use-counter';
import { UseOfPool } from '../use/use-of-pool';

/** Whose use is counted anew, and from which UTC day on; null: from the first. */
export type RecountScope = Pick<PoolOfProduct, 'serverId'> &
  Partial<PoolOfProduct> & { readonly fromDay: number | null };

/** How many grants and ends are held at once. */
const PAGE_EDGES = 20_000;

/** Grants and ends in the order of time, then of the log; a session of no length begins first. */
const toOrderSql = (where: string) => `INSERT INTO use_edges
  SELECT ROW_NUMBER() OVER (ORDER BY product_id, model, at, position, is_grant DESC),
    product_id, model, user_id, client_id, quantity, at, is_grant
  FROM (
    SELECT product_id, model, user_id, client_id, quantity,
        started_at AS at, id AS position, 1 AS is_grant
      FROM license_sessions WHERE started_at IS NOT NULL AND ${where}
    UNION ALL
    SELECT product_id, model, user_id, client_id, quantity,
        ended_at AS at, end_event_id AS position, 0 AS is_grant
      FROM license_sessions WHERE started_at IS NOT NULL AND ended_at IS NOT NULL AND ${where}
  ) AS edges`;

type Row = Record<string, Cell>;

const CREATE_SQL = `CREATE TEMP TABLE use_edges (n integer PRIMARY KEY, product_id integer,
  model integer, user_id integer, client_id integer, quantity integer, at bigint, is_grant integer)`;

/**
 * Counts the use of a server's products anew from its sessions.
 *
 * @param done takes the use of one product, when all of it is counted; of none, where none has a
 * session.
 */
export async function recountUse(
  runner: QueryRunner,
  scope: RecountScope,
  done: (use: UseOfPool) => Promise<void>,
): Promise<void> {
  const { sql, parameters } = toWhere(scope);
  await runner.query('DROP TABLE IF EXISTS use_edges');
  await runner.query(CREATE_SQL);
  await runner.query(toOrderSql(sql), [...parameters, ...parameters]);
  const since = scope.fromDay === null ? -Infinity : scope.fromDay * DAY_MS;
  let use: UseOfPool | undefined;
  for await (const row of readEdges(runner)) {
    const pool = toPool(scope.serverId, row);
    if (use?.pool.productId !== pool.productId || use.pool.model !== pool.model) {
      if (use !== undefined) await done(use);
      use = UseOfPool.since(pool, since);
    }
    addEdge(use, row, since);
  }
  if (use !== undefined) await done(use);
  await runner.query('DROP TABLE use_edges');
}

async function* readEdges(runner: QueryRunner): AsyncGenerator<Row> {
  const page = 'SELECT * FROM use_edges WHERE n > ? AND n <= ? ORDER BY n';
  for (let from = 0; ; from += PAGE_EDGES) {
    const rows = (await runner.query(page, [from, from + PAGE_EDGES])) as Row[];
    yield* rows;
    if (rows.length < PAGE_EDGES) return;
  }
}

function addEdge(use: UseOfPool, row: Row, since: number): void {
  const numberOf = (column: string) => (row[column] === null ? null : Number(row[column]));
  const at = Number(row['at']);
  const isGrant = Number(row['is_grant']) === 1;
  const seat = {
    userId: numberOf('user_id'),
    clientId: numberOf('client_id'),
    quantity: Number(row['quantity']),
  };
  if (at < since) use.know(seat, isGrant);
  else use.add({ at, isGrant, seat });
}

function toWhere({ serverId, productId, model, fromDay }: RecountScope) {
  const conditions = ['server_id = ?'];
  const parameters: number[] = [serverId];
  if (productId !== undefined && model !== undefined) {
    conditions.push('product_id = ?', 'model = ?');
    parameters.push(productId, MODEL.toNumber(model));
  }
  if (fromDay !== null) {
    // Two index ranges: what ended since, and what is open.
    conditions.push('(ended_at >= ? OR ended_at IS NULL)');
    parameters.push(fromDay * DAY_MS);
  }
  return { sql: conditions.join(' AND '), parameters };
}

const toPool = (serverId: number, row: Row): PoolOfProduct => ({
  serverId,
  productId: Number(row['product_id']),
  model: MODEL.toName(Number(row['model'])),
});
