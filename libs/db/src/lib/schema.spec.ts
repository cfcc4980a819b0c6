import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForWriting } from './data-source';

describe.each(['history', 'live'] as const)('the tables of the %s store', (store) => {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-schema-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are what the entities describe, once the migrations have run', async () => {
    const dataSource = await openForWriting(store, join(folder, 'store.db'));
    const differences = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    expect(differences.upQueries.map(({ query }) => query)).toEqual([]);
  });
});
