import type { Cell, InsertTarget, QueryRunner } from '../engine/query-runner';
import { MODEL } from '../codes';
import { openForWriting } from '../data-source';
import { SqliteRunner } from '../engine/sqlite-runner';
import type { FollowCounts } from '../follow-counts';
import type { HistoryWriter } from './history-writer';
import { inTransaction } from './in-transaction';
import type { NamedSession } from './named-session';

const ACTIVE: InsertTarget = {
  table: 'active_sessions',
  columns: [
    'id',
    'server',
    'product',
    'editor',
    'user',
    'host',
    'display',
    'client_id',
    'model',
    'quantity',
    'started_at',
    'uncertain_since',
  ],
  onConflict: '(id) DO UPDATE SET uncertain_since = excluded.uncertain_since',
};

/** What the monitor says of itself. */
export interface MonitorStatus {
  readonly server: string;
  readonly state: 'waiting' | 'catchingUp' | 'ok' | 'degraded' | 'stopped';
  /** What is wrong and how to mend it. */
  readonly problem: string | null;
  readonly reportedAt: number;
  readonly logDirectory: string;
  readonly logPattern: string;
  readonly bytesTotal: number;
  readonly bytesRead: number;
  /** Null where a monitor of an older version reported. */
  readonly counts: FollowCounts | null;
}

/**
 * The one writer of the live store, a projection of the history's open sessions. It may be deleted
 * at any time: `rebuild` makes it anew.
 */
export class LiveWriter {
  private constructor(
    private readonly runner: QueryRunner,
    /** Names of the servers whose sessions are this writer's; null: of all. */
    private readonly ownServers: () => readonly string[] | null,
    readonly close: () => Promise<void>,
  ) {}

  /** Opens the file of a live store; it is created where it is missing. */
  static async open(file: string): Promise<LiveWriter> {
    const dataSource = await openForWriting('live', file);
    return new LiveWriter(
      new SqliteRunner(dataSource),
      () => null,
      () => dataSource.destroy(),
    );
  }

  /**
   * The live store of the PostgreSQL database that holds a history: written by the same connection, so
   * that both can be committed as one.
   */
  static beside(history: HistoryWriter): LiveWriter {
    return new LiveWriter(
      history.runner,
      () => history.ownServers(),
      async () => undefined,
    );
  }

  /**
   * Id of the last history event that the store includes; undefined when it is empty, or not asked
   * for: several monitors write the store of one database, each of its own events.
   */
  async lastEventId(): Promise<number | undefined> {
    const rows = (await this.runner.query('SELECT last_event_id AS id FROM live_state')) as {
      id: number;
    }[];
    return rows[0]?.id;
  }

  /** Replaces everything by the given open sessions. */
  async rebuild(open: readonly NamedSession[], lastEventId: number): Promise<void> {
    await this.inTransaction(async () => {
      const servers = this.ownServers();
      await this.runner.query(
        `DELETE FROM active_sessions${servers === null ? '' : ' WHERE server IN (SELECT value FROM json_each(?))'}`,
        servers === null ? [] : [JSON.stringify(servers)],
      );
      await this.save(open);
      await this.saveState(lastEventId);
    });
  }

  /** Brings the store to `lastEventId` by the sessions that changed since. */
  async apply(changed: readonly NamedSession[], lastEventId: number): Promise<void> {
    await this.inTransaction(async () => {
      await this.save(changed.filter(({ isOpen }) => isOpen));
      await this.remove(changed.filter(({ isOpen }) => !isOpen));
      await this.saveState(lastEventId);
    });
  }

  async report(status: MonitorStatus): Promise<void> {
    await this.inTransaction(() => this.saveStatus(status));
  }

  private async saveStatus(status: MonitorStatus): Promise<void> {
    await this.runner.query(
      `INSERT INTO monitor_status (server, state, problem, reported_at, log_directory, log_pattern,
         bytes_total, bytes_read, counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (server) DO UPDATE SET state = excluded.state, problem = excluded.problem,
         reported_at = excluded.reported_at, log_directory = excluded.log_directory,
         log_pattern = excluded.log_pattern, bytes_total = excluded.bytes_total,
         bytes_read = excluded.bytes_read, counts = excluded.counts`,
      [
        status.server,
        status.state,
        status.problem,
        status.reportedAt,
        status.logDirectory,
        status.logPattern,
        status.bytesTotal,
        status.bytesRead,
        JSON.stringify(status.counts),
      ],
    );
  }

  private async save(sessions: readonly NamedSession[]): Promise<void> {
    const rows = sessions.map((session): Cell[] => [
      session.id,
      session.server,
      session.product,
      session.editor,
      session.user,
      session.host,
      session.display,
      session.clientId,
      MODEL.toNumber(session.model),
      session.quantity,
      session.startedAt,
      session.uncertainSince,
    ]);
    await this.runner.insert(ACTIVE, rows);
  }

  private async remove(sessions: readonly NamedSession[]): Promise<void> {
    const ids = JSON.stringify(sessions.map(({ id }) => id));
    await this.runner.query(
      'DELETE FROM active_sessions WHERE id IN (SELECT value FROM json_each(?))',
      [ids],
    );
  }

  private async saveState(lastEventId: number): Promise<void> {
    // One row would keep the monitors of one database waiting for each other.
    if (this.ownServers() !== null) return;
    await this.runner.query(
      `INSERT INTO live_state (id, last_event_id) VALUES (1, ?)
       ON CONFLICT (id) DO UPDATE SET last_event_id = excluded.last_event_id`,
      [lastEventId],
    );
  }

  private async inTransaction(work: () => Promise<void>): Promise<void> {
    await inTransaction(this.runner, work);
  }
}
