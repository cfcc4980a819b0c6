import type { DataSource } from 'typeorm';
import { HistoryInUse } from '../writing/writer-lock';
import { LOCKS } from './locks';
import { migratePostgres } from './migrate-postgres';
import { MonthPartitions } from './month-partitions';
import { PostgresRunner } from './postgres-runner';
import { connect } from './postgres-source';
import type { WritableStore } from './writable-store';

/** How long a claim waits for the connection that had it before, and is broken, in milliseconds. */
const CLAIM_WAIT_MS = 5_000;

/** One connection of this process to the server: a number alone may be another's later. */
interface Backend {
  readonly pid: number;
  readonly since: string;
}

/**
 * A history in PostgreSQL, which several monitors write, each its own servers. A claim is a lock of
 * the very connection that writes: when it breaks, its transaction breaks, too, so that nobody can
 * write what another has claimed.
 */
export class PostgresStore implements WritableStore {
  readonly claimed = new Set<number>();
  private readonly months: MonthPartitions;
  private backend: Backend | undefined;

  private constructor(
    private readonly dataSource: DataSource,
    readonly runner: PostgresRunner,
  ) {
    this.months = new MonthPartitions(runner);
  }

  /** Creates the database where it is missing, and brings its tables up to date. */
  static async open(url: string, holder: string): Promise<PostgresStore> {
    await migratePostgres(url);
    const dataSource = await connect(url, { name: holder, size: 2 });
    const store = new PostgresStore(dataSource, new PostgresRunner(dataSource));
    await store.rememberBackend();
    return store;
  }

  async check(): Promise<void> {
    // Who has the connection has the claims.
  }

  async lockServers(): Promise<void> {
    await this.runner.query('SELECT pg_advisory_xact_lock(?, 0)', [LOCKS.servers]);
  }

  async claim(serverIds: readonly number[]): Promise<boolean> {
    let isNew = false;
    for (const serverId of serverIds) {
      if (this.claimed.has(serverId)) continue;
      const [row] = (await this.runner.query('SELECT pg_try_advisory_lock(?, ?) AS "isOurs"', [
        LOCKS.claim,
        serverId,
      ])) as { isOurs: boolean }[];
      if (row?.isOurs !== true) throw await this.inUse(serverId);
      this.claimed.add(serverId);
      isNew = true;
    }
    return isNew;
  }

  prepare(wallAts: Iterable<number>): Promise<void> {
    return this.months.prepare(wallAts);
  }

  async recover(): Promise<void> {
    if (await this.isSound()) return;
    const before = this.backend;
    await this.runner.reconnect();
    await this.rememberBackend();
    if (before !== undefined) await this.endBackend(before);
    await this.claimAnew();
  }

  /** Nobody else tells the planner about all events together: autovacuum looks at each month alone. */
  async learn(): Promise<void> {
    await this.runner.query('ANALYZE license_events, license_sessions, use_days');
  }

  async whileTimesChange(work: () => Promise<void>): Promise<void> {
    const announce = (value: 'on' | 'off') =>
      this.runner.query(`SELECT set_config('license_monitor.converts_times', ?, true)`, [value]);
    await announce('on');
    await work();
    await announce('off');
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private async isSound(): Promise<boolean> {
    // Only asking tells whether the connection still is one.
    return this.runner.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  private async rememberBackend(): Promise<void> {
    const [row] = (await this.runner.query(
      `SELECT pid, backend_start::text AS since FROM pg_stat_activity WHERE pid = pg_backend_pid()`,
    )) as Backend[];
    this.backend = row;
  }

  /** A cable that was cut leaves the server with a connection that it takes for a living one. */
  private async endBackend({ pid, since }: Backend): Promise<void> {
    await this.runner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid = ? AND backend_start = ?::timestamptz`,
      [pid, since],
    );
  }

  private async claimAnew(): Promise<void> {
    await this.runner.query(`SET lock_timeout = ${CLAIM_WAIT_MS}`);
    for (const serverId of this.claimed) {
      try {
        await this.runner.query('SELECT pg_advisory_lock(?, ?)', [LOCKS.claim, serverId]);
      } catch (error) {
        if (isLockTimeout(error)) throw await this.inUse(serverId);
        throw error;
      }
    }
    await this.runner.query('RESET lock_timeout');
  }

  private async inUse(serverId: number): Promise<HistoryInUse> {
    const [row] = (await this.runner.query(
      `SELECT s.name, (
         SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
          WHERE l.locktype = 'advisory' AND l.classid = ?2 AND l.objid = ?1 AND l.objsubid = 2
            AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND l.granted LIMIT 1) AS holder
       FROM servers s WHERE s.id = ?1`,
      [serverId, LOCKS.claim],
    )) as { name: string; holder: string | null }[];
    const holder = row?.holder ?? 'another process';
    return new HistoryInUse(
      `the history of "${row?.name ?? serverId}" is being written by ${holder}: stop that first; ` +
        'the members of a cluster are followed by one monitor',
    );
  }
}

const LOCK_TIMEOUT = '55P03';

const isLockTimeout = (error: unknown) => (error as { code?: unknown }).code === LOCK_TIMEOUT;
