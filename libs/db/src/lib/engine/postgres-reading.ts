import { QueryFailedError, type DataSource } from 'typeorm';
import type { Reading, ReadingOptions } from '../data-source';
import { QueryTimeoutError } from '../reading/query-timeout-error';
import { ChangeListener } from './change-listener';
import { connect } from './postgres-source';
import { toPostgres, toPostgresParameters } from './to-postgres';

/** How many statements run at once where it is left open. */
const CONNECTIONS = 3;
/** Code of a statement that was cancelled. */
const CANCELLED = '57014';

/**
 * The number of the last event that a writer has taken, committed or not. The function that tells it
 * would say nothing, and not fail, where the role may not know.
 */
const TAKEN_SQL = `SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS id FROM license_events_ids`;

/** The first number of the oldest transaction that has not ended (`reserve_ids`). */
const OPEN_SQL = `SELECT MIN((classid::bigint << 32) + objid::bigint) AS id FROM pg_locks
  WHERE locktype = 'advisory' AND objsubid = 1 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Both stores of a PostgreSQL database, whose connections refuse to write. */
export class PostgresReading implements Reading {
  private readonly listener: ChangeListener;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly timeoutMs: number,
  ) {
    this.listener = new ChangeListener(dataSource);
  }

  static async open(
    url: string,
    { timeoutMs = 0, connections = CONNECTIONS }: ReadingOptions = {},
  ): Promise<PostgresReading> {
    const settings = { default_transaction_read_only: 'on', statement_timeout: timeoutMs };
    // One more, which listens.
    const options = { name: 'license-monitor reader', size: connections + 1, settings };
    return new PostgresReading(await connect(url, options), timeoutMs);
  }

  async query<Row>(sql: string, parameters: readonly (string | number)[] = []): Promise<Row[]> {
    const statement = toPostgres(sql);
    const values = toPostgresParameters(statement, parameters);
    try {
      return await this.dataSource.query<Row[]>(statement.sql, values);
    } catch (error) {
      if ((error as { code?: unknown }).code === CANCELLED) {
        throw new QueryTimeoutError(this.timeoutMs, statement.sql, { cause: error });
      }
      if (error instanceof QueryFailedError) throw error;
      // A server that is not reached is a failure of the database, too.
      throw new QueryFailedError(statement.sql, undefined, error as Error);
    }
  }

  version(): Promise<number> {
    return this.listener.version();
  }

  /**
   * A later number may be committed before an earlier one, by another monitor. So this stops before
   * the oldest transaction that is open. In this order: what is taken shows its lock from before until
   * after it can be read, and what is committed when the locks are read is seen by whoever asks next.
   */
  async lastEventId(): Promise<number> {
    const [taken] = await this.query<{ id: number }>(TAKEN_SQL);
    const [open] = await this.query<{ id: number | null }>(OPEN_SQL);
    return Math.min(taken?.id ?? 0, (open?.id ?? Infinity) - 1);
  }

  async close(): Promise<void> {
    await this.listener.close();
    await this.dataSource.destroy();
  }
}
