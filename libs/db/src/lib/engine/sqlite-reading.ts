import type { DataSource } from 'typeorm';
import type { Reading } from '../data-source';

/** A SQLite file, opened so that it cannot be written. */
export class SqliteReading implements Reading {
  constructor(private readonly dataSource: DataSource) {}

  query<Row>(sql: string, parameters: readonly (string | number)[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, [...parameters]);
  }

  async version(): Promise<number> {
    const [row] = await this.query<{ data_version: number }>('PRAGMA data_version');
    return row?.data_version ?? 0;
  }

  async lastEventId(): Promise<number> {
    const [row] = await this.query<{ id: number }>('SELECT last_event_id AS id FROM live_state');
    return row?.id ?? 0;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }
}
