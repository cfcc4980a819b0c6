import { DataSource, type MixedList } from 'typeorm';
import { SettingsError } from '../settings';
import { PostgresHistory1764000000009 } from '../migrations/postgres/0001-history';
import { PostgresLive1764000000009 } from '../migrations/postgres/0001-live';
import { DenialsOfProduct1764000000010 } from '../migrations/postgres/0002-denials-of-product';
import { AnsweredDenials1764000000012 } from '../migrations/postgres/0003-answered-denials';
import { LOCKS } from './locks';
import { showPlace } from './place';
import { SCHEMAS } from './postgres-source';

/** Codes of PostgreSQL's errors. */
const NO_DATABASE = '3D000';
const NOT_ALLOWED = '42501';
const IS_THERE: readonly unknown[] = ['42P04', '23505'];

const MIGRATIONS: Readonly<Record<keyof typeof SCHEMAS, MixedList<new () => object>>> = {
  history: [
    PostgresHistory1764000000009,
    DenialsOfProduct1764000000010,
    AnsweredDenials1764000000012,
  ],
  live: [PostgresLive1764000000009],
};

/**
 * Brings the tables of both stores up to date, and creates the database where it is missing.
 *
 * @throws SettingsError when it is missing and may not be created.
 */
export async function migratePostgres(url: string): Promise<void> {
  for (const store of ['history', 'live'] as const) {
    const dataSource = createSource(url, store);
    await initialize(dataSource, url);
    try {
      await migrate(dataSource, SCHEMAS[store]);
    } finally {
      await dataSource.destroy();
    }
  }
}

function createSource(url: string, store: keyof typeof SCHEMAS): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema: SCHEMAS[store],
    migrations: MIGRATIONS[store] as never,
    logging: false,
    extra: { options: `-c search_path=${SCHEMAS[store]}` },
  });
}

async function initialize(dataSource: DataSource, url: string): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (error) {
    if ((error as { code?: unknown }).code !== NO_DATABASE) throw error;
    await createDatabase(url);
    await dataSource.initialize();
  }
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  const name = decodeURIComponent(maintenance.pathname.slice(1));
  maintenance.pathname = '/postgres';
  const dataSource = new DataSource({ type: 'postgres', url: maintenance.href, logging: false });
  await dataSource.initialize();
  try {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    await dataSource.query(`CREATE DATABASE ${quoted} TEMPLATE template0 ENCODING 'UTF8'`);
  } catch (error) {
    const { code } = error as { code?: unknown };
    // Another monitor may have been quicker.
    if (IS_THERE.includes(code)) return;
    if (code !== NOT_ALLOWED) throw error;
    throw new SettingsError(
      `DATABASE_URL = ${showPlace(url)} names a database that is not there, and its role may not ` +
        `create one: createdb ${name}`,
    );
  } finally {
    await dataSource.destroy();
  }
}

/** Other monitors that start at the same time wait. */
async function migrate(dataSource: DataSource, schema: string): Promise<void> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1, 0)', [LOCKS.migration]);
    const [known] = (await lock.query('SELECT to_regnamespace($1) IS NOT NULL AS "isThere"', [
      schema,
    ])) as { isThere: boolean }[];
    // Whoever may not create schemas needs to only where one is missing.
    if (known?.isThere !== true) await lock.query(`CREATE SCHEMA "${schema}"`);
    await dataSource.runMigrations();
  } finally {
    await lock.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await lock.release();
  }
}
