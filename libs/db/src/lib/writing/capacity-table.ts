import { createHash } from 'node:crypto';
import type { LicenseModel } from '@license-monitor/log-parser';
import type { Cell, InsertTarget, QueryRunner } from '../engine/query-runner';
import { CAPACITY_SOURCE, MODEL, type CapacitySource } from '../codes';
import type { Names } from './names';

/** Seats of one product that are given from one stock. */
export interface NewCapacityPool {
  readonly product: string;
  /** Null: the source does not say. */
  readonly editor: string | null;
  /** `unknown`: the source does not say. */
  readonly model: LicenseModel;
  /** Null: without limit. */
  readonly seats: number | null;
  /** Null: the source does not say. */
  readonly inUse: number | null;
  /** UTC milliseconds; null: no start is written. */
  readonly validFrom: number | null;
  /** UTC milliseconds, exclusive; null: no end is written, or one that cannot be read. */
  readonly validTo: number | null;
  /** Tells the pool from others of the same report. */
  readonly key: string;
  /** The end as the source writes it. */
  readonly expires: string | null;
}

/** All that one source says a server has, at one instant. Never a part of it. */
export interface NewCapacityReport {
  readonly serverId: number;
  readonly source: CapacitySource;
  /** Name of the file, or of the tool, that it came from. */
  readonly origin: string;
  /** UTC milliseconds. */
  readonly takenAt: number;
  readonly pools: readonly NewCapacityPool[];
}

/** A source that gave no answer. */
export interface NewCapacityFailure {
  readonly serverId: number;
  /** Null where the content does not even tell what it is. */
  readonly source: CapacitySource | null;
  readonly origin: string;
  readonly at: number;
  readonly reason: string;
  readonly text: string;
}

/** `stored`: says something new. `seen`: says what is known of that time already. */
export type StoredCapacity = 'stored' | 'seen';

/** Failures of each server that are kept. */
const MAX_FAILURES = 100;

interface ReportRow {
  readonly id: number;
  readonly origin: string;
  readonly taken_at: number;
  readonly last_seen_at: number;
  readonly content_hash: string;
}

interface Place {
  readonly serverId: number;
  readonly source: number;
}

const REPORT_COLUMNS = [
  'id',
  'server_id',
  'source',
  'origin',
  'taken_at',
  'last_seen_at',
  'content_hash',
];
const POOL_COLUMNS = [
  'report_id',
  'product_id',
  'model',
  'seats',
  'valid_from',
  'valid_to',
  'pool_key',
  'expires',
];

/**
 * Appends a report, unless the one before it says the same: then that was seen for longer. Reports
 * may come in any order of time; but equal ones between the first and the last of them are not kept,
 * so where another comes between those, they must come again. Run it in a transaction.
 *
 * @param names with those of the report, as they are stored.
 * @param report with the id of the pool, cluster or server, that it speaks of.
 */
export async function storeCapacity(
  runner: QueryRunner,
  names: Names,
  report: NewCapacityReport,
): Promise<StoredCapacity> {
  const { serverId, origin, takenAt } = report;
  const place = { serverId, source: CAPACITY_SOURCE.toNumber(report.source) };
  const pools = report.pools.map((pool) => toCells(pool, names));
  await storeUse(runner, names, report);
  const hash = hashOf(pools);
  const known = await findBefore(runner, place, takenAt);
  const last = known.at(0);
  if (last?.content_hash === hash) {
    if (takenAt > last.last_seen_at) await setLastSeen(runner, last.id, takenAt);
    return 'seen';
  }
  if (known.some((one) => one.taken_at === takenAt && one.content_hash === hash)) return 'seen';
  if (last !== undefined && last.last_seen_at > takenAt) await divide(runner, place, last);
  const id = await runner.reserveIds('capacity_reports', 1);
  const row = [id, serverId, place.source, origin, takenAt, takenAt, hash];
  await runner.insert({ table: 'capacity_reports', columns: REPORT_COLUMNS }, [row]);
  const rows = pools.map((cells) => [id, ...cells]);
  await runner.insert({ table: 'capacity_pools', columns: POOL_COLUMNS }, rows);
  return 'stored';
}

/** Notes that a source gave no answer; the same failure again only moves in time. */
export async function storeCapacityFailure(
  runner: QueryRunner,
  { serverId, source, origin, at, reason, text }: NewCapacityFailure,
): Promise<void> {
  const code = source === null ? null : CAPACITY_SOURCE.toNumber(source);
  await runner.query(
    `DELETE FROM capacity_failures
      WHERE server_id = ? AND source IS NOT DISTINCT FROM ? AND origin = ? AND reason = ? AND text = ?`,
    [serverId, code, origin, reason, text],
  );
  await runner.query(
    `INSERT INTO capacity_failures (id, server_id, source, origin, at, reason, text)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [await runner.reserveIds('capacity_failures', 1), serverId, code, origin, at, reason, text],
  );
  // Those of other servers are for their own monitors: two that removed each other's would wait crosswise.
  await runner.query(
    `DELETE FROM capacity_failures WHERE server_id = ?1 AND id NOT IN
      (SELECT id FROM capacity_failures WHERE server_id = ?1 ORDER BY id DESC LIMIT ?2)`,
    [serverId, MAX_FAILURES],
  );
}

const USE: InsertTarget = {
  table: 'use_snapshots',
  columns: ['server_id', 'product_id', 'model', 'at', 'in_use'],
  onConflict: 'DO NOTHING',
};

/** Keeps what the report says is in use, the pools of a product added up. */
async function storeUse(
  runner: QueryRunner,
  names: Names,
  { serverId, takenAt, pools }: NewCapacityReport,
): Promise<void> {
  const sums = new Map<string, { readonly cells: readonly Cell[]; inUse: number }>();
  for (const { product, editor, model, inUse } of pools) {
    if (inUse === null) continue;
    const cells = [serverId, names.productId(editor, product), MODEL.toNumber(model), takenAt];
    const sum = sums.get(cells.join()) ?? { cells, inUse: 0 };
    sums.set(cells.join(), { cells, inUse: sum.inUse + inUse });
  }
  const rows = [...sums.values()].map(({ cells, inUse }) => [...cells, inUse]);
  await runner.insert(USE, rows);
}

/** Cells of a pool without its report, as `POOL_COLUMNS` names them. */
function toCells(pool: NewCapacityPool, names: Names): Cell[] {
  const { product, editor, model, seats, validFrom, validTo, key, expires } = pool;
  const productId = names.productId(editor, product);
  return [productId, MODEL.toNumber(model), seats, validFrom, validTo, key, expires];
}

/** Of what is owned; who uses what changes each minute and is kept apart. */
function hashOf(pools: readonly (readonly Cell[])[]): string {
  const owned = pools.map((cells) => JSON.stringify(cells));
  return createHash('sha256').update(JSON.stringify(owned.sort())).digest('hex').slice(0, 16);
}

/** Reports of the latest instant up to one, the last stored first. */
async function findBefore(
  runner: QueryRunner,
  { serverId, source }: Place,
  at: number,
): Promise<ReportRow[]> {
  return (await runner.query(
    `SELECT * FROM capacity_reports
      WHERE server_id = ?1 AND source = ?2 AND taken_at = (
        SELECT MAX(taken_at) FROM capacity_reports
         WHERE server_id = ?1 AND source = ?2 AND taken_at <= ?3)
      ORDER BY id DESC`,
    [serverId, source, at],
  )) as ReportRow[];
}

/** Another report comes between the first and the last time that this one was seen. */
async function divide(runner: QueryRunner, place: Place, report: ReportRow): Promise<void> {
  const id = await runner.reserveIds('capacity_reports', 1);
  const seenAt = report.last_seen_at;
  await setLastSeen(runner, report.id, report.taken_at);
  const { origin, content_hash: hash } = report;
  const row = [id, place.serverId, place.source, origin, seenAt, seenAt, hash];
  await runner.insert({ table: 'capacity_reports', columns: REPORT_COLUMNS }, [row]);
  await runner.query(
    `INSERT INTO capacity_pools (${POOL_COLUMNS.join(', ')})
     SELECT ?, product_id, model, seats, valid_from, valid_to, pool_key, expires
       FROM capacity_pools WHERE report_id = ?`,
    [id, report.id],
  );
}

async function setLastSeen(runner: QueryRunner, id: number, at: number): Promise<void> {
  await runner.query('UPDATE capacity_reports SET last_seen_at = ? WHERE id = ?', [at, id]);
}
