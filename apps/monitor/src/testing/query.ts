import { isPostgres } from '@license-monitor/db';
import { DataSource } from 'typeorm';

/** Asks a SQLite file anything, through a connection that cannot write, or a PostgreSQL database. */
export async function query<Row>(place: string, sql: string): Promise<Row[]> {
  const dataSource = isPostgres(place) ? postgres(place) : sqlite(place);
  await dataSource.initialize();
  try {
    return await dataSource.query<Row[]>(sql);
  } finally {
    await dataSource.destroy();
  }
}

const sqlite = (database: string) =>
  new DataSource({ type: 'sqlite', database, flags: 1, logging: false });

const postgres = (url: string) =>
  new DataSource({
    type: 'postgres',
    url,
    parseInt8: true,
    extra: { options: '-c search_path=license_history,license_live' },
  });

/** Rows in each table that reading logs may add to. */
export async function countRows(file: string): Promise<Record<string, number>> {
  const tables = ['license_events', 'license_sessions', 'server_messages', 'quarantined_lines'];
  const counts = tables.map((table) => `(SELECT COUNT(*) FROM ${table}) AS ${table}`);
  const [row] = await query<Record<string, number>>(file, `SELECT ${counts.join(', ')}`);
  return row ?? {};
}

/** Bytes of all files that are in no class; 0 where every byte is accounted for. */
export async function countLostBytes(file: string): Promise<number> {
  const [row] = await query<{ lost: number }>(
    file,
    `SELECT COALESCE(SUM(ABS(byte_offset - start_offset - event_bytes - message_bytes
       - quarantined_bytes - duplicate_bytes)), 0) AS lost FROM log_streams`,
  );
  return row?.lost ?? -1;
}

/** The open sessions as the live store shows them. */
export const readActive = (file: string) =>
  query<Record<string, unknown>>(file, 'SELECT * FROM active_sessions ORDER BY id');
