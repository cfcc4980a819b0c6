import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { HISTORY_ENTITIES, LIVE_ENTITIES } from './entities';
import { InitialHistory1763956800001 } from './migrations/0001-initial-history';
import { ProcessId1764000000001 } from './migrations/0002-process-id';
import { StaleSessions1764000000002 } from './migrations/0003-stale-sessions';
import { Clusters1764000000003 } from './migrations/0004-clusters';
import { FollowCounts1764000000004 } from './migrations/0002-follow-counts';
import { WriterLease1764000000005 } from './migrations/0005-writer-lease';
import { Capacity1764000000006 } from './migrations/0006-capacity';
import { Measures1764000000007 } from './migrations/0007-measures';
import { UseDays1764000000008 } from './migrations/0008-use-days';
import { AnsweredDenials1764000000011 } from './migrations/0009-answered-denials';
import { isPostgres } from './engine/place';
import { PostgresReading } from './engine/postgres-reading';
import { SqliteReading } from './engine/sqlite-reading';
import { sqliteDriver } from './sqlite-driver';
import { InitialLive1763956800001 } from './migrations/0001-initial-live';

/** How long a statement waits for another connection's lock, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** `SQLITE_OPEN_READONLY`: such a connection cannot write, whatever it is asked. */
const OPEN_READONLY = 0x1;

type Store = 'history' | 'live';

const ENTITIES = { history: HISTORY_ENTITIES, live: LIVE_ENTITIES };
const MIGRATIONS = {
  history: [
    InitialHistory1763956800001,
    ProcessId1764000000001,
    StaleSessions1764000000002,
    Clusters1764000000003,
    WriterLease1764000000005,
    Capacity1764000000006,
    Measures1764000000007,
    UseDays1764000000008,
    AnsweredDenials1764000000011,
  ],
  live: [InitialLive1763956800001, FollowCounts1764000000004],
};

/**
 * Opens a store for the one writer, creates the file where it is missing and brings its tables up
 * to date. Write-ahead logging lets readers read meanwhile; every commit is on the disk before it
 * is reported (`synchronous = FULL`), because the log bytes behind it may rotate away.
 */
export async function openForWriting(store: Store, file: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'sqlite',
    driver: sqliteDriver,
    database: file,
    entities: ENTITIES[store],
    migrations: MIGRATIONS[store],
    migrationsRun: true,
    enableWAL: true,
    busyTimeout: BUSY_TIMEOUT_MS,
    logging: false,
  });
  await dataSource.initialize();
  await dataSource.query('PRAGMA synchronous = FULL');
  return dataSource;
}

/** An open store that answers and cannot be written. */
export interface Reading {
  query<Row>(sql: string, parameters?: readonly (string | number)[]): Promise<Row[]>;
  /** A number that changes whenever a writer has committed; costs next to nothing to ask. */
  version(): Promise<number>;
  /** Id of the last event up to which all that will ever be there is there, in both stores. */
  lastEventId(): Promise<number>;
  /** Waits for what was asked before. */
  close(): Promise<void>;
}

/** How a store is read. */
export interface ReadingOptions {
  /** How long a statement may run, in milliseconds; without limit where it is left out. */
  readonly timeoutMs?: number;
  /** How many statements may run at once. */
  readonly connections?: number;
}

/**
 * Opens an existing store for reading only.
 *
 * @param place path of a SQLite file, or URL of a PostgreSQL database.
 */
export async function openForReading(store: Store, place: string): Promise<Reading> {
  return isPostgres(place)
    ? PostgresReading.open(place)
    : new SqliteReading(await openFileForReading(store, place));
}

/** Opens an existing SQLite file, so that it cannot be written. */
export async function openFileForReading(store: Store, file: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'sqlite',
    driver: sqliteDriver,
    database: file,
    entities: ENTITIES[store],
    flags: OPEN_READONLY,
    busyTimeout: BUSY_TIMEOUT_MS,
    logging: false,
  });
  await dataSource.initialize();
  return dataSource;
}
