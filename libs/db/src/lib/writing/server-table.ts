import type { QueryRunner } from '../engine/query-runner';
import { SettingsError } from '../settings';

/** A licence server as the settings describe it. */
export interface ServerDescription {
  readonly name: string;
  /** IANA zone of its wall clock. */
  readonly timeZone: string;
  readonly isDemo: boolean;
  /** Name of the failover cluster it belongs to; null where it stands alone. */
  readonly cluster: string | null;
}

interface ServerRow {
  readonly id: number;
  readonly name: string;
  readonly time_zone: string;
  readonly is_demo: number;
  readonly cluster_id: number | null;
  readonly has_stale_sessions: number;
}

/**
 * The licence servers of a history. The members of a failover cluster have a row each, and the
 * cluster one more, to which the sessions of all its members belong.
 */
export class ServerTable {
  private readonly rows = new Map<number, ServerRow>();
  private readonly byName = new Map<number, string>();

  async load(runner: QueryRunner): Promise<void> {
    this.rows.clear();
    this.byName.clear();
    for (const row of (await runner.query('SELECT * FROM servers')) as ServerRow[]) this.keep(row);
  }

  /** Undefined where the history knows no server of that name. */
  idOf(name: string): number | undefined {
    return this.find(name)?.id;
  }

  /** The ids of a server, of its cluster and of the one it was in before, as far as they are known. */
  idsOf({ name, cluster }: ServerDescription): number[] {
    const server = this.find(name);
    const pool = cluster === null ? undefined : this.find(cluster);
    const ids = [server?.id, server?.cluster_id, pool?.id];
    return [...new Set(ids.flatMap((id) => id ?? []))].sort((a, b) => a - b);
  }

  /** Names by id. */
  get names(): ReadonlyMap<number, string> {
    return this.byName;
  }

  /** Servers and clusters that have sessions of their own. */
  poolIds(): number[] {
    return [...this.rows.values()].filter((row) => row.cluster_id === null).map(({ id }) => id);
  }

  /** The cluster of a server, or the server itself. */
  poolOf(serverId: number): number {
    return this.rows.get(serverId)?.cluster_id ?? serverId;
  }

  /** The number of a server as a member of its cluster; null where it stands alone. */
  memberOf(serverId: number): number | null {
    return this.poolOf(serverId) === serverId ? null : serverId;
  }

  /** The servers whose lines make up the sessions of a pool, and the pool itself. */
  sourcesOf(poolId: number): number[] {
    const members = [...this.rows.values()].filter((row) => row.cluster_id === poolId);
    return [poolId, ...members.map(({ id }) => id)];
  }

  /** Whether the sessions of a pool must be folded anew. */
  isStale(poolId: number): boolean {
    return this.rows.get(poolId)?.has_stale_sessions === 1;
  }

  async setStale(runner: QueryRunner, poolId: number, isStale: boolean): Promise<void> {
    const row = this.rows.get(poolId);
    if (row === undefined || this.isStale(poolId) === isStale) return;
    const flag = isStale ? 1 : 0;
    await runner.query('UPDATE servers SET has_stale_sessions = ? WHERE id = ?', [flag, poolId]);
    this.keep({ ...row, has_stale_sessions: flag });
  }

  /**
   * Finds or adds a server, and its cluster; returns its id. Run it in a transaction. A server that
   * comes into another cluster makes the sessions of both stale.
   *
   * @throws SettingsError when the server is known with other data than `isDemo` says, for simulated
   * and real history never mix; or when its lines were read in another zone.
   */
  async ensure(runner: QueryRunner, server: ServerDescription): Promise<number> {
    const { cluster, ...rest } = server;
    const clusterId =
      cluster === null ? null : await this.save(runner, { ...rest, name: cluster }, null);
    const before = this.find(server.name);
    if (before !== undefined) await checkZone(runner, before, server.timeZone);
    const id = await this.save(runner, rest, clusterId);
    if (before !== undefined && before.cluster_id !== clusterId) {
      await this.setStale(runner, before.cluster_id ?? before.id, true);
      await this.setStale(runner, clusterId ?? id, true);
    }
    return id;
  }

  async setTimeZone(runner: QueryRunner, serverId: number, timeZone: string): Promise<void> {
    await runner.query('UPDATE servers SET time_zone = ? WHERE id = ?', [timeZone, serverId]);
    const row = this.rows.get(serverId);
    if (row !== undefined) this.keep({ ...row, time_zone: timeZone });
  }

  private async save(
    runner: QueryRunner,
    { name, timeZone, isDemo }: Omit<ServerDescription, 'cluster'>,
    clusterId: number | null,
  ): Promise<number> {
    const known = this.find(name);
    if (known !== undefined && (known.is_demo === 1) !== isDemo) {
      throw new SettingsError(
        `the history holds ${known.is_demo === 1 ? 'simulated' : 'real'} data of "${name}": ` +
          'set HISTORY_DB and LIVE_DB to other files, or DATABASE_URL to another database',
      );
    }
    const id = known?.id ?? Math.max(0, ...this.rows.keys()) + 1;
    await runner.query(
      `INSERT INTO servers (id, name, time_zone, is_demo, cluster_id) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET time_zone = excluded.time_zone,
         cluster_id = excluded.cluster_id`,
      [id, name, timeZone, isDemo ? 1 : 0, clusterId],
    );
    const row = known ?? { id, name, is_demo: isDemo ? 1 : 0, has_stale_sessions: 0 };
    this.keep({ ...row, time_zone: timeZone, cluster_id: clusterId });
    return id;
  }

  private find(name: string): ServerRow | undefined {
    return [...this.rows.values()].find((row) => row.name === name);
  }

  private keep(row: ServerRow): void {
    this.rows.set(row.id, row);
    this.byName.set(row.id, row.name);
  }
}

/** Lines before and after would be hours apart. */
async function checkZone(runner: QueryRunner, known: ServerRow, timeZone: string): Promise<void> {
  if (known.time_zone === timeZone) return;
  const streams = (await runner.query('SELECT 1 FROM log_streams WHERE server_id = ? LIMIT 1', [
    known.id,
  ])) as unknown[];
  if (streams.length === 0) return;
  throw new SettingsError(
    `LOG_TIME_ZONE = ${timeZone}, but the lines of "${known.name}" were read in ${known.time_zone}: ` +
      'set it back, or give the whole history the new zone with license-monitor reconvert',
  );
}
