import type { DataSource, QueryRunner } from 'typeorm';
import { MODEL } from '../codes';
import { openForWriting } from '../data-source';
import type { FollowCounts } from '../follow-counts';
import { insertRows, type Cell, type InsertTarget } from './insert-rows';
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
    private readonly dataSource: DataSource,
    private readonly runner: QueryRunner,
  ) {}

  static async open(file: string): Promise<LiveWriter> {
    const dataSource = await openForWriting('live', file);
    return new LiveWriter(dataSource, dataSource.createQueryRunner());
  }

  /** Id of the last history event that the store includes; undefined when it is empty. */
  async lastEventId(): Promise<number | undefined> {
    const rows = (await this.runner.query('SELECT last_event_id AS id FROM live_state')) as {
      id: number;
    }[];
    return rows[0]?.id;
  }

  /** Replaces everything by the given open sessions. */
  async rebuild(open: readonly NamedSession[], lastEventId: number): Promise<void> {
    await this.inTransaction(async () => {
      await this.runner.query('DELETE FROM active_sessions');
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

  async close(): Promise<void> {
    await this.dataSource.destroy();
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
    await insertRows(this.runner, ACTIVE, rows);
  }

  private async remove(sessions: readonly NamedSession[]): Promise<void> {
    const ids = JSON.stringify(sessions.map(({ id }) => id));
    await this.runner.query(
      'DELETE FROM active_sessions WHERE id IN (SELECT value FROM json_each(?))',
      [ids],
    );
  }

  private async saveState(lastEventId: number): Promise<void> {
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
