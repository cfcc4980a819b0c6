import type { Session, SessionState } from '@license-monitor/sessions';
import type { Cell, InsertTarget, QueryRunner } from '../engine/query-runner';
import { MODEL } from '../codes';
import { DAY_MS } from '../use/day-steps';
import type { PoolOfProduct } from '../use/use-counter';
import { UseOfPool, type UseDay, type UseEdge } from '../use/use-of-pool';
import { toHex } from './to-hex';
import { recountUse } from './recount-use';

const USE_DAYS: InsertTarget = {
  table: 'use_days',
  columns: [
    'server_id',
    'product_id',
    'model',
    'day',
    'part',
    'in_use_before',
    'in_use',
    'last_at',
    'steps',
  ],
  blobs: ['steps'],
  onConflict: `(server_id, product_id, model, day, part) DO UPDATE SET in_use = excluded.in_use,
    last_at = excluded.last_at, steps = excluded.steps`,
};

/** The last row of each product, in which its days go on. */
const LAST_DAYS_SQL = `SELECT * FROM use_days d WHERE (server_id, product_id, model, day, part) IN
  (SELECT server_id, product_id, model, day, MAX(part) FROM use_days
    WHERE (server_id, product_id, model, day) IN
      (SELECT server_id, product_id, model, MAX(day) FROM use_days
        GROUP BY server_id, product_id, model)
    GROUP BY server_id, product_id, model, day)`;

/** What a fold did to the use of a pool. */
export type UseChange =
  | { readonly kind: 'edge'; readonly edge: UseEdge; readonly pool: PoolOfProduct }
  /** A session that was counted already begins or ends elsewhere, from `at` on. */
  | { readonly kind: 'moved'; readonly at: number; readonly pool: PoolOfProduct };

/**
 * The licences in use of each product, kept with the sessions they are counted from: in the order of
 * time a step is appended; what comes out of order has its days counted anew.
 */
export class UseTable {
  private readonly uses = new Map<string, UseOfPool>();

  /** Takes up where the tables stand. */
  async load(runner: QueryRunner, state: SessionState): Promise<void> {
    this.uses.clear();
    const open = new Map<string, Session[]>();
    for (const session of state.openSessions()) {
      const key = toKey(session.seat);
      const known = open.get(key);
      if (known === undefined) open.set(key, [session]);
      else known.push(session);
    }
    const rows = (await runner.query(LAST_DAYS_SQL)) as Record<string, Cell>[];
    for (const row of rows) {
      const pool = toPool(row);
      const seats = (open.get(toKey(pool)) ?? []).map(({ seat }) => seat);
      this.uses.set(toKey(pool), new UseOfPool(pool, seats, toDay(row)));
    }
  }

  /** Brings the table to what a fold did; run it after the sessions are saved. */
  async apply(runner: QueryRunner, changes: readonly UseChange[]): Promise<void> {
    const moved = new Map<string, { readonly pool: PoolOfProduct; readonly from: number }>();
    for (const change of changes) {
      const { pool } = change;
      const key = toKey(pool);
      if (change.kind === 'edge' && !moved.has(key) && this.append(change)) continue;
      const at = change.kind === 'edge' ? change.edge.at : change.at;
      moved.set(key, { pool, from: Math.min(at, moved.get(key)?.from ?? Infinity) });
    }
    for (const { pool, from } of moved.values()) await this.recount(runner, pool, from);
    await saveDays(runner, [...this.uses.values()]);
  }

  /**
   * Counts everything anew of a server or cluster; `load` afterwards.
   *
   * @param sourceIds itself and, where it is a cluster, its members.
   */
  async recountAll(
    runner: QueryRunner,
    serverId: number,
    sourceIds: readonly number[],
  ): Promise<void> {
    await runner.query('DELETE FROM use_days WHERE server_id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(sourceIds),
    ]);
    await recountUse(runner, { serverId, fromDay: null }, (use) => saveDays(runner, [use]));
  }

  private append({ pool, edge }: UseChange & { kind: 'edge' }): boolean {
    const key = toKey(pool);
    const use = this.uses.get(key) ?? new UseOfPool(pool);
    this.uses.set(key, use);
    if (!use.canFollow(edge.at)) return false;
    use.add(edge);
    return true;
  }

  private async recount(runner: QueryRunner, pool: PoolOfProduct, at: number): Promise<void> {
    const fromDay = Math.floor(at / DAY_MS);
    await runner.query(
      'DELETE FROM use_days WHERE server_id = ? AND product_id = ? AND model = ? AND day >= ?',
      [pool.serverId, pool.productId, MODEL.toNumber(pool.model), fromDay],
    );
    this.uses.set(toKey(pool), UseOfPool.since(pool, fromDay * DAY_MS));
    await recountUse(runner, { ...pool, fromDay }, async (use) => {
      this.uses.set(toKey(pool), use);
      await saveDays(runner, [use]);
    });
  }
}

async function saveDays(runner: QueryRunner, uses: readonly UseOfPool[]): Promise<void> {
  const rows = uses.flatMap((use) => use.takeChanged().map((day) => toCells(use.pool, day)));
  await runner.insert(USE_DAYS, rows);
}

function toCells({ serverId, productId, model }: PoolOfProduct, day: UseDay): Cell[] {
  const key = [serverId, productId, MODEL.toNumber(model), day.day, day.part];
  return [...key, day.inUseBefore, day.inUse, day.lastAt, toHex(day.steps)];
}

const toKey = ({ serverId, productId, model }: PoolOfProduct) =>
  `${serverId} ${productId} ${model}`;

const toPool = (row: Record<string, Cell>): PoolOfProduct => ({
  serverId: Number(row['server_id']),
  productId: Number(row['product_id']),
  model: MODEL.toName(Number(row['model'])),
});

const toDay = (row: Record<string, unknown>): UseDay => ({
  day: Number(row['day']),
  part: Number(row['part']),
  inUseBefore: Number(row['in_use_before']),
  inUse: Number(row['in_use']),
  lastAt: Number(row['last_at']),
  steps: row['steps'] as Uint8Array,
});
