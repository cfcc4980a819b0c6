import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { openForReading, openForWriting } from '../lib/data-source';
import { connect } from '../lib/engine/postgres-source';
import type { HistoryWriter } from '../lib/writing/history-writer';
import { LiveWriter } from '../lib/writing/live-writer';

/** The databases that every test of a contract runs on. */
export const ENGINES = ['SQLite', 'PostgreSQL'] as const;

export type Engine = (typeof ENGINES)[number];

/** Stores of their own for a test, in either database. */
export interface TestPlace {
  /** Where the history is, and the live store: paths of files, or the URL of one database. */
  readonly history: string;
  readonly live: string;
  /** Asks the history, on a connection that cannot write. */
  read<Row>(sql: string): Promise<Row[]>;
  /** Tells the history anything, as somebody with all rights would. */
  write(sql: string): Promise<void>;
  openLive(writer: HistoryWriter): Promise<LiveWriter>;
  remove(): Promise<void>;
}

export const createPlace = (engine: Engine): TestPlace =>
  engine === 'SQLite' ? new SqlitePlace() : new PostgresPlace();

async function readOnce<Row>(place: string, sql: string): Promise<Row[]> {
  const reader = await openForReading('history', place);
  try {
    return await reader.query<Row>(sql);
  } finally {
    await reader.close();
  }
}

async function writeOnce(dataSource: DataSource, sql: string): Promise<void> {
  try {
    await dataSource.query(sql);
  } finally {
    await dataSource.destroy();
  }
}

class SqlitePlace implements TestPlace {
  private readonly folder = mkdtempSync(join(tmpdir(), 'license-monitor-db-'));
  readonly history = join(this.folder, 'history.db');
  readonly live = join(this.folder, 'license_manager.db');

  read<Row>(sql: string): Promise<Row[]> {
    return readOnce(this.history, sql);
  }

  async write(sql: string): Promise<void> {
    await writeOnce(await openForWriting('history', this.history), sql);
  }

  openLive(): Promise<LiveWriter> {
    return LiveWriter.open(this.live);
  }

  async remove(): Promise<void> {
    rmSync(this.folder, { recursive: true });
  }
}

class PostgresPlace implements TestPlace {
  /** The database is made by whoever writes first. */
  readonly history = newDatabaseUrl();
  readonly live = this.history;

  read<Row>(sql: string): Promise<Row[]> {
    return readOnce(this.history, sql);
  }

  async write(sql: string): Promise<void> {
    await writeOnce(await connect(this.history, { name: 'a test', size: 1 }), sql);
  }

  async openLive(writer: HistoryWriter): Promise<LiveWriter> {
    return LiveWriter.beside(writer);
  }

  async remove(): Promise<void> {
    const { pathname } = new URL(this.history);
    const server = new DataSource({ type: 'postgres', url: serverUrl() });
    await server.initialize();
    await writeOnce(server, `DROP DATABASE IF EXISTS "${pathname.slice(1)}" WITH (FORCE)`);
  }
}

/** The server of this run of tests (tools/jest-start-postgres.cjs). */
const serverUrl = () => process.env['TEST_DATABASE_URL'] ?? '';

/** A database that is not there yet. */
export function newDatabaseUrl(): string {
  const url = new URL(serverUrl());
  url.pathname = `/test_${randomUUID()}`;
  return url.href;
}
