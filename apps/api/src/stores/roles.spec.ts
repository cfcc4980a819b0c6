import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { EventSourceClient } from '../testing/event-source';
import { exampleOf, readRoutes } from '../testing/routes';
import { TestStores } from '../testing/stores';
import { TestDatabase } from '../testing/test-database';

const manual = readFileSync(join(__dirname, '../../../../docs/postgresql.md'), 'utf8');

/** The statements of the manual: those for the server, for a new database, and for one with tables. */
const [SERVER, NEW_DATABASE, OLD_DATABASE] = [...manual.matchAll(/```sql\n([^`]*)```/g)].map(
  ([, text]) => (text ?? '').split(/;\s*\n/).filter((statement) => statement.trim() !== ''),
);

/** Names of the database and the two roles are those of the manual, but for what follows them. */
let database: TestDatabase;
let monitor: TestStores;
let api: TestApi | undefined;

const monitorRole = () => database.name;
const apiRole = () => database.name.replace('monitor', 'api');

/** Roles belong to the whole server: each test has some of its own. */
const withOwnNames = (sql: string) =>
  sql.replaceAll('license_monitor', monitorRole()).replaceAll('license_api', apiRole());

async function run(
  where: Pick<TestDatabase, 'query'>,
  statements: readonly string[] = [],
): Promise<void> {
  expect(statements).not.toEqual([]);
  for (const statement of statements) await where.query(withOwnNames(statement));
}

beforeEach(async () => {
  database = new TestDatabase('license_monitor');
  api = undefined;
  await run(TestDatabase.maintenance, SERVER);
  // A server that asks for passwords needs some.
  for (const role of [monitorRole(), apiRole()]) {
    await database.query(`ALTER ROLE ${role} PASSWORD '${role}'`);
  }
  monitor = new TestStores(database.as(monitorRole()));
});

afterEach(async () => {
  await api?.close();
  await monitor.close();
  await database.remove();
  for (const role of [monitorRole(), apiRole()]) {
    await TestDatabase.maintenance.query(`DROP ROLE ${role}`);
  }
});

const startAsItsRole = async () =>
  (api = await startApi({ DATABASE_URL: database.as(apiRole()).url }));

async function startInNewDatabase(): Promise<TestApi> {
  await run(database, NEW_DATABASE);
  await monitor.open();
  await monitor.tell({ type: 'grant', at: 1_000 }, { type: 'denial', at: 2_000, product: 'HD2' });
  await monitor.report();
  return startAsItsRole();
}

const answerOf = async ({ server }: TestApi, path: string) => {
  const { status, text } = await request(server).get(path);
  return status === 200 ? { path, status } : { path, status, text };
};

/** All answers but the stream, which does not end, and the explanation of a refusal, the second event. */
async function answersOf(one: TestApi): Promise<unknown[]> {
  const paths = (await readRoutes(one.app)).map(exampleOf);
  const ending = paths
    .filter((path) => !path.endsWith('/stream'))
    .map((path) => path.replace('/denials/1/', '/denials/2/'));
  return Promise.all(ending.map((path) => answerOf(one, path)));
}

describe('an API whose role may only read', () => {
  it('answers everything', async () => {
    const answers = await answersOf(await startInNewDatabase());
    expect(answers.length).toBeGreaterThan(20);
    expect(answers).toEqual(
      answers.map((answer) => expect.objectContaining({ ...(answer as object), status: 200 })),
    );
  });

  it('tells what happens, also in a month whose partition came later', async () => {
    const { url } = await startInNewDatabase();
    const client = await EventSourceClient.open(`${url}/api/v1/stream`);
    await client.next('health');
    await monitor.tell({ type: 'denial', at: Date.UTC(2031, 4), product: 'KIN' });
    const { data } = await client.next('denial');
    expect(data).toMatchObject({ denials: [{ product: 'KIN' }] });
    client.close();
  });

  it('reads a live store that was dropped and made anew', async () => {
    const one = await startInNewDatabase();
    await answerOf(one, '/api/v1/sessions?status=open');
    await database.query('DROP SCHEMA license_live CASCADE');
    await monitor.restart();
    expect(await answerOf(one, '/api/v1/sessions?status=open')).toMatchObject({ status: 200 });
  });

  it('says what is missing where nothing was granted to it, and reads once it was', async () => {
    await monitor.open();
    await monitor.tell({ type: 'denial', at: 1_000 });
    const one = await startAsItsRole();
    expect(await answerOf(one, '/api/v1/events')).toMatchObject({
      status: 503,
      text: expect.stringContaining('may not read them'),
    });
    await run(database, [...(NEW_DATABASE ?? []), ...(OLD_DATABASE ?? [])]);
    expect(await answerOf(one, '/api/v1/events')).toMatchObject({ status: 200 });
    await monitor.tell({ type: 'denial', at: Date.UTC(2031, 4) });
    expect(await answerOf(one, '/api/v1/overview')).toMatchObject({ status: 200 });
  });
});

describe('the role of the API', () => {
  const CHANGES = [
    'INSERT INTO license_history.event_texts VALUES (99, $$x$$)',
    'UPDATE license_history.license_sessions SET quantity = 0',
    'DELETE FROM license_live.active_sessions',
    'TRUNCATE license_history.license_events_before_2000',
    `SELECT setval('license_history.license_events_ids', 1)`,
    `SELECT license_history.reserve_ids('license_events', 1)`,
    'CREATE TABLE license_history.mine (id bigint)',
    'CREATE TEMP TABLE mine (id bigint)',
  ];

  it.each(CHANGES)('is refused: %s', async (sql) => {
    await startInNewDatabase();
    await expect(database.as(apiRole()).query(sql)).rejects.toThrow(
      /permission denied|cannot execute \w+(?: \w+)? in a read-only transaction/,
    );
    const writing = `BEGIN READ WRITE; ${sql}`;
    await expect(database.as(apiRole()).query(writing)).rejects.toThrow('permission denied');
  });

  it('has no right to change any table, also of a month that came later', async () => {
    await startInNewDatabase();
    await monitor.tell({ type: 'denial', at: Date.UTC(2031, 4) });
    const [rights] = await database.query(
      `SELECT COUNT(*) > 40 AS "areMany", bool_and(has_table_privilege($1, oid, 'SELECT')) AS "canRead",
         bool_or(has_table_privilege($1, oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')) AS "canWrite"
       FROM pg_class WHERE relkind IN ('r', 'p', 'S')
         AND relnamespace IN ('license_history'::regnamespace, 'license_live'::regnamespace)`,
      [apiRole()],
    );
    expect(rights).toEqual({ areMany: true, canRead: true, canWrite: false });
  });
});

describe('the role of the monitor', () => {
  it.each([
    'UPDATE license_events SET at = 0',
    'DELETE FROM license_events',
    'TRUNCATE license_events',
  ])('is refused: %s', async (sql) => {
    await startInNewDatabase();
    const asMonitor = database.as(monitorRole());
    const path = 'SET search_path = license_history';
    await expect(asMonitor.query(`${path}; ${sql}`)).rejects.toThrow('append-only');
    const [kept] = await asMonitor.query(
      'SELECT COUNT(*) AS n FROM license_history.license_events',
    );
    expect(kept).toEqual({ n: '2' });
  });
});
