import type { DataSource } from 'typeorm';
import { openForWriting } from '../data-source';
import { WriterLease } from '../writing/writer-lease';
import { inTransaction } from '../writing/in-transaction';
import { SqliteRunner } from './sqlite-runner';
import type { WritableStore } from './writable-store';

const GUARD = 'license_events_refuse_update';

/** A history in a SQLite file: one writer writes all of it. */
export class SqliteStore implements WritableStore {
  readonly claimed = null;

  private constructor(
    private readonly dataSource: DataSource,
    readonly runner: SqliteRunner,
    private readonly lease: WriterLease,
  ) {}

  /** Creates the file where it is missing, and brings its tables up to date. */
  static async open(file: string, holder: string): Promise<SqliteStore> {
    const dataSource = await openForWriting('history', file);
    const runner = new SqliteRunner(dataSource);
    const lease = await inTransaction(runner, () => WriterLease.take(runner, holder));
    return new SqliteStore(dataSource, runner, lease);
  }

  check(): Promise<void> {
    return this.lease.check(this.runner);
  }

  async lockServers(): Promise<void> {
    // The transaction has the lock of the whole file.
  }

  async claim(): Promise<boolean> {
    return false;
  }

  async prepare(): Promise<void> {
    // One table holds all events.
  }

  async recover(): Promise<void> {
    // The connection is this process's own.
  }

  async learn(): Promise<void> {
    // Its plans were measured as they are, without.
  }

  async whileTimesChange(work: () => Promise<void>): Promise<void> {
    const [guard] = (await this.runner.query('SELECT sql FROM sqlite_master WHERE name = ?', [
      GUARD,
    ])) as { sql: string }[];
    if (guard === undefined) throw new Error(`the history has no ${GUARD}`);
    await this.runner.query(`DROP TRIGGER "${GUARD}"`);
    await work();
    await this.runner.query(guard.sql);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }
}
