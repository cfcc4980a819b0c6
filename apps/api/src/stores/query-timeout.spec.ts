import type { Problem } from '@license-monitor/api-contract';
import { DataSource } from 'typeorm';
import { startApi, type TestApi } from '../testing/api';
import { ask } from '../testing/ask';
import { TestStores } from '../testing/stores';

let stores: TestStores;
let api: TestApi;

beforeEach(async () => {
  stores = new TestStores();
  await stores.open();
  await stores.tell({ type: 'grant', at: 1_000 }, { type: 'detachment', at: 2_000 });
  api = await startApi({
    HISTORY_DB: stores.historyFile,
    LIVE_DB: stores.liveFile,
    QUERY_TIMEOUT: '0.2',
  });
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

/** Puts a view without end in the place of a table: whoever reads it is never done. */
async function makeEndless(table: string): Promise<void> {
  const dataSource = new DataSource({ type: 'sqlite', database: stores.historyFile });
  await dataSource.initialize();
  await dataSource.query(`DROP TABLE ${table}`);
  await dataSource.query(
    `CREATE VIEW ${table} AS WITH RECURSIVE rows(seen_at) AS
       (SELECT 1 UNION ALL SELECT seen_at + 1 FROM rows) SELECT seen_at FROM rows`,
  );
  await dataSource.destroy();
}

describe('a question that the database does not get done with', () => {
  it('is stopped and answered with a problem, and others are answered meanwhile', async () => {
    await makeEndless('quarantined_lines');
    const slow = Array.from({ length: 4 }, () => ask(api.url, '/api/v1/findings'));
    expect((await ask(api.url, '/api/v1/events')).status).toBe(200);
    for (const { status, body } of await Promise.all(slow)) {
      const { code, detail } = JSON.parse(body) as Problem;
      expect([status, code]).toEqual([503, 'LM_QUERY_TIMEOUT']);
      expect(detail).toContain('0.2 s');
    }
    expect((await ask(api.url, '/api/v1/events')).status).toBe(200);
  });
});
