import type { SessionDto } from '@license-monitor/api-contract';
import { startApi, type TestApi } from '../testing/api';
import { EventSourceClient } from '../testing/event-source';
import { TestStores } from '../testing/stores';
import { TestDatabase } from '../testing/test-database';
import { ChangeFeed } from './change-feed';

/** More than an API has connections, so that none may be left over by one that broke. */
const CUTS = 6;

let database: TestDatabase;
let monitors: TestStores[];
let replicas: TestApi[];
let clients: EventSourceClient[];

beforeEach(async () => {
  database = new TestDatabase();
  monitors = ['lic1', 'lic2'].map((server) => new TestStores(database, server));
  for (const monitor of monitors) await monitor.open();
  const settings = { DATABASE_URL: database.url };
  replicas = [await startApi(settings), await startApi(settings)];
  clients = [];
});

afterEach(async () => {
  for (const client of clients) client.close();
  for (const replica of replicas) await replica.close();
  for (const monitor of monitors) await monitor.close();
  await database.remove();
});

/** A client of a replica, from the first message on. */
async function listen(replica: TestApi, lastId?: string): Promise<EventSourceClient> {
  const headers = lastId === undefined ? {} : { 'Last-Event-ID': lastId };
  const client = await EventSourceClient.open(`${replica.url}/api/v1/stream`, headers);
  clients.push(client);
  await client.next('health');
  return client;
}

/** Ids of the refusals that a client was told. */
const denialsOf = ({ received }: EventSourceClient) =>
  received.filter(({ event }) => event === 'denial').flatMap(({ data }) => idsOf(data['denials']));

const idsOf = (rows: unknown) => (rows as readonly { id: number }[]).map(({ id }) => id);

const whenAt = (client: EventSourceClient, id: number) =>
  client.next('health', (received) => received.id === `${id}`);

const deny = (monitor: TestStores, at: number) => monitor.tell({ type: 'denial', at });

/** Keeps a replica from looking by itself every few seconds: only a notice makes it look. */
function lookOnNoticeOnly({ app }: TestApi): void {
  Object.defineProperty(app.get(ChangeFeed), 'healthAt', { get: () => Infinity, set: () => 0 });
}

interface Connection {
  readonly pid: number;
}

const listening = () =>
  database.query<Connection>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );

/** Ends the connections by which the replicas listen, and waits until each has another. */
async function cutOff(): Promise<void> {
  const before = await listening();
  for (const { pid } of before) await database.query('SELECT pg_terminate_backend($1)', [pid]);
  const isNew = ({ pid }: Connection) => before.every((one) => one.pid !== pid);
  while ((await listening()).filter(isNew).length < replicas.length);
}

describe('replicas of the API on one PostgreSQL database', () => {
  it('are all told what any monitor commits', async () => {
    const all = [await listen(replicas[0]!), await listen(replicas[1]!)];
    replicas.forEach(lookOnNoticeOnly);
    await monitors[0]!.tell({ type: 'grant', at: 1_000 });
    for (const client of all) {
      const { data } = await client.next('sessions');
      expect((data['opened'] as SessionDto[]).map(({ server }) => server)).toEqual(['lic1']);
    }
    await deny(monitors[1]!, 2_000);
    for (const client of all) {
      await client.next('denial');
      expect(denialsOf(client)).toEqual([2]);
    }
  });

  it('go on when the connections by which they listen are cut, however often', async () => {
    const all = [await listen(replicas[0]!), await listen(replicas[1]!)];
    replicas.forEach(lookOnNoticeOnly);
    while ((await listening()).length < 2);
    for (let nth = 1; nth <= CUTS; nth++) {
      await cutOff();
      await deny(monitors[nth % 2]!, nth);
      for (const client of all)
        await client.next('denial', ({ data }) => idsOf(data['denials']).includes(nth));
    }
    const told = Array.from({ length: CUTS }, (_, nth) => nth + 1);
    for (const client of all) expect(denialsOf(client)).toEqual(told);
    expect((await fetch(`${replicas[0]!.url}/api/v1/overview`)).status).toBe(200);
  });
});

describe('the live feed of several monitors', () => {
  it('tells an event that is committed after a later one, and each once', async () => {
    const [slow, quick] = monitors;
    const client = await listen(replicas[0]!);
    await deny(quick!, 1_000);
    await whenAt(client, 1);
    await slow!.hold({ type: 'denial', at: 2_000 }, { type: 'grant', at: 2_500 });
    await deny(quick!, 3_000);
    // Somebody who comes now is not told more either, and resumes without a gap.
    const late = await listen(replicas[1]!, '0');
    expect([denialsOf(late), late.lastId]).toEqual([[1], '1']);
    expect(denialsOf(client)).toEqual([1]);
    await slow!.release('commit');
    for (const one of [client, late]) {
      await whenAt(one, 4);
      expect(denialsOf(one)).toEqual([1, 2, 4]);
      const opened = one.received.filter(({ event }) => event === 'sessions');
      expect(opened.map(({ data }) => idsOf(data['opened']))).toEqual([[3]]);
    }
  });

  it('goes on when the transaction that was waited for fails', async () => {
    const [slow, quick] = monitors;
    const client = await listen(replicas[0]!);
    await slow!.hold({ type: 'denial', at: 1_000 });
    await deny(quick!, 2_000);
    await slow!.release('rollback');
    // A failure gives no notice; the next commit does.
    await deny(quick!, 3_000);
    await whenAt(client, 3);
    expect(denialsOf(client)).toEqual([2, 3]);
    const resumed = await listen(replicas[1]!, '2');
    expect(denialsOf(resumed)).toEqual([3]);
  });

  it('tells each event once to clients that change between replicas while monitors write', async () => {
    const [slow, quick] = monitors;
    const told: number[] = [];
    let client = await listen(replicas[0]!);
    for (let nth = 1; nth <= 12; nth++) {
      await slow!.hold({ type: 'denial', at: nth * 1_000 });
      await deny(quick!, nth * 1_000);
      told.push(...takeConfirmed(client));
      client.close();
      client = await listen(replicas[nth % 2]!, client.lastId ?? '0');
      await slow!.release('commit');
      await deny(quick!, nth * 1_000 + 1);
    }
    await whenAt(client, 36);
    told.push(...takeConfirmed(client));
    expect(told).toEqual(Array.from({ length: 36 }, (_, nth) => nth + 1));
  });
});

/** The refusals up to the position of a client: it would be told of the others again. */
const takeConfirmed = (client: EventSourceClient) =>
  denialsOf(client).filter((id) => id <= Number(client.lastId ?? 0));
