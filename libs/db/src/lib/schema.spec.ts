import 'reflect-metadata';
import { DataSource, getMetadataArgsStorage, type ColumnType } from 'typeorm';
import { createPlace, newDatabaseUrl } from '../testing/test-place';
import { openForWriting } from './data-source';
import { migratePostgres } from './engine/migrate-postgres';
import { SCHEMAS } from './engine/postgres-source';
import { HISTORY_ENTITIES, LIVE_ENTITIES } from './entities';

const STORES = ['history', 'live'] as const;

describe.each(STORES)('the tables of the %s store', (store) => {
  it('are what the entities describe, once the migrations have run', async () => {
    const place = createPlace('SQLite');
    const dataSource = await openForWriting(store, place[store]);
    const differences = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    await place.remove();
    expect(differences.upQueries.map(({ query }) => query)).toEqual([]);
  });
});

/** How PostgreSQL calls the types that the entities are written in; texts compare by their bytes. */
const POSTGRES_TYPES: Readonly<Record<string, ColumnType>> = { integer: 'bigint', blob: 'bytea' };

/** What has to differ there, or is not described by entities. */
const EXPECTED = {
  history: [
    // The key of a partitioned table contains what it is partitioned by.
    /"license_events" DROP CONSTRAINT/,
    /"license_events" ADD CONSTRAINT "\w+" PRIMARY KEY \("id"\)/,
    /^(?:DROP|CREATE UNIQUE) INDEX .*"ux_license_events_line"/,
    // Only PostgreSQL keeps more in an index than it is ordered by.
    /^(?:DROP|CREATE) INDEX .*"ix_license_events_denials_product"/,
    // Only SQLite numbers rows that come without a number by itself.
    /"capacity_pools" ALTER COLUMN "id" DROP DEFAULT/,
  ],
  live: [],
};

describe.each(STORES)('the tables of the %s store in PostgreSQL', (store) => {
  it('are the same, but for what the database wants otherwise', async () => {
    for (const { options } of getMetadataArgsStorage().columns) {
      const type = POSTGRES_TYPES[String(options.type)];
      if (type !== undefined) options.type = type;
      if (options.type === 'text') options.collation = 'C';
    }
    const url = newDatabaseUrl();
    await migratePostgres(url);
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      schema: SCHEMAS[store],
      entities: { history: HISTORY_ENTITIES, live: LIVE_ENTITIES }[store],
    });
    await dataSource.initialize();
    const differences = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    const unexpected = differences.upQueries
      .map(({ query }) => query)
      .filter((query) => !EXPECTED[store].some((known) => known.test(query)));
    expect(unexpected).toEqual([]);
  });
});
