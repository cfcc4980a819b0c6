import type { SessionDto } from '@license-monitor/api-contract';
import { ChangeFeed } from './change-feed';
import { HealthReport } from '../health/health-report';
import { startApi, type TestApi } from '../testing/api';
import { EventSourceClient } from '../testing/event-source';
import { TestStores } from '../testing/stores';

let stores: TestStores;
let api: TestApi;
let clients: EventSourceClient[];

beforeEach(async () => {
  clients = [];
  stores = new TestStores();
  await stores.open();
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
});

afterEach(async () => {
  for (const client of clients) client.close();
  await api.close();
  await stores.close();
});

async function listen(headers: Readonly<Record<string, string>> = {}): Promise<EventSourceClient> {
  const client = await EventSourceClient.open(`${api.url}/api/v1/stream`, headers);
  clients.push(client);
  return client;
}

/** Ids of the refusals that a client was told of with a position: it would ask for the others again. */
const denialsOf = ({ received }: EventSourceClient) => {
  const positions = received.map(({ id }) => Number(id ?? -1));
  const lastId = Math.max(...positions);
  return received
    .filter(({ event }) => event === 'denial')
    .flatMap(({ data }) => idsOf(data['denials']))
    .filter((id) => id <= lastId);
};

const idsOf = (sessions: unknown) => (sessions as SessionDto[]).map(({ id }) => id);

describe('GET /api/v1/stream', () => {
  it('begins with the health and tells each change with the id of its last event', async () => {
    const client = await listen();
    expect([client.status, client.contentType]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect((await client.next('health')).id).toBe('0');
    await stores.tell({ type: 'grant', at: 1_000 });
    const opened = await client.next('sessions');
    expect([idsOf(opened.data['opened']), opened.data['closed']]).toEqual([[1], []]);
    expect(await client.next('usage')).toMatchObject({
      data: { products: [{ product: 'MD2', licenses: 1 }] },
    });
    await stores.tell({ type: 'detachment', at: 2_000 });
    const closed = await client.next('sessions', ({ data }) => idsOf(data['closed']).length > 0);
    expect(closed.data['closed']).toMatchObject([
      { id: 1, endedAt: 2_000, closedBy: 'detachment' },
    ]);
    await client.next('health', ({ id }) => id === '2');
    expect(
      await client.next('usage', ({ data }) => JSON.stringify(data).includes('"licenses":0')),
    ).toBeDefined();
  });

  it('tells refusals', async () => {
    const client = await listen();
    await client.next('health');
    await stores.tell({ type: 'denial', at: 1_000, product: 'HD2' });
    expect(await client.next('denial')).toMatchObject({
      data: { denials: [{ product: 'HD2', user: 'ann' }] },
    });
  });

  it('resumes exactly where a client was cut off', async () => {
    await stores.tell({ type: 'grant', at: 1_000, user: 'ann' });
    await stores.tell(
      { type: 'grant', at: 2_000, user: 'bob', session: 'B' },
      { type: 'detachment', at: 3_000, user: 'ann' },
    );
    const client = await listen({ 'Last-Event-ID': '1' });
    const missed = await client.next('sessions');
    expect([idsOf(missed.data['opened']), idsOf(missed.data['closed'])]).toEqual([[2], [1]]);
    expect((await client.next('health')).id).toBe('3');
    const all = client.received.filter(({ event }) => event === 'sessions');
    expect(all).toHaveLength(1);
  });

  it('asks for a fresh start when too much was missed, or the history is another one', async () => {
    const grants = Array.from({ length: 501 }, (_, at) => ({
      type: 'grant' as const,
      at,
      session: `${at}`,
    }));
    await stores.tell(...grants);
    expect(await (await listen({ 'Last-Event-ID': '0' })).next('resync')).toMatchObject({
      data: { lastEventId: 501 },
    });
    expect(await (await listen({ 'Last-Event-ID': '9000' })).next('resync')).toBeDefined();
  });

  it('does not keep the API from stopping', async () => {
    const client = await listen();
    await client.next('health');
    await api.app.close();
    await expect(EventSourceClient.open(`${api.url}/api/v1/stream`)).rejects.toThrow(
      'ECONNREFUSED',
    );
  });

  it('tells those who resume what is in use of the products that changed meanwhile', async () => {
    await stores.tell({ type: 'grant', at: 1_000 }, { type: 'grant', at: 1_500, product: 'HD2' });
    await stores.tell({ type: 'detachment', at: 2_000 });
    await stores.tell({ type: 'grant', at: 3_000, user: 'bob', product: 'KIN' });
    const { data } = await (await listen({ 'Last-Event-ID': '2' })).next('usage');
    expect(data['products']).toMatchObject([
      { product: 'KIN', licenses: 1 },
      { product: 'MD2', licenses: 0 },
    ]);
  });

  it('tells that a product went out of use also to those who came when it was in use', async () => {
    await stores.tell({ type: 'grant', at: 1_000 });
    const client = await listen();
    await client.next('health');
    await stores.tell({ type: 'detachment', at: 2_000 });
    expect((await client.next('usage')).data['products']).toMatchObject([
      { product: 'MD2', licenses: 0 },
    ]);
  });

  it('tells each event once to clients that come, go and resume while events arrive', async () => {
    const told: number[] = [];
    let client = await listen();
    await client.next('health');
    for (let nth = 1; nth <= 40; nth++) {
      await stores.tell({ type: 'denial', at: nth * 1_000 });
      if (nth % 3 > 0) continue;
      told.push(...denialsOf(client));
      client.close();
      client = await listen({ 'Last-Event-ID': client.lastId ?? '0' });
    }
    await client.next('health', ({ id }) => id === '40');
    told.push(...denialsOf(client));
    expect(told).toEqual(Array.from({ length: 40 }, (_, nth) => nth + 1));
  });

  it('tells what happened also when a batch could not be made the first time', async () => {
    const client = await listen();
    await client.next('health');
    const make = jest.spyOn(api.app.get(HealthReport), 'make');
    make.mockRejectedValue(new Error('the store is locked'));
    await stores.tell({ type: 'grant', at: 1_000 });
    const tried = make.mock.calls.length;
    while (make.mock.calls.length < tried + 2) await new Promise(setImmediate);
    make.mockRestore();
    expect((await client.next('usage')).data['products']).toMatchObject([{ licenses: 1 }]);
    expect(idsOf((await client.next('sessions')).data['opened'])).toEqual([1]);
  });

  it('gathers what happens quickly: four batches a second, none missing an event', async () => {
    const client = await listen();
    await client.next('health');
    const startedAt = Date.now();
    let told = 0;
    while (Date.now() < startedAt + 1_500)
      await stores.tell({ type: 'denial', at: ++told * 1_000 });
    await client.next('health', ({ id }) => id === `${told}`);
    expect(denialsOf(client)).toHaveLength(told);
    const batches = client.received.filter(({ event }) => event === 'denial');
    // The first comes at once, and so does the last.
    expect(batches.length).toBeLessThanOrEqual(2 + (Date.now() - startedAt) / 250);
  });

  it('forgets clients that have left', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => listen()));
    await Promise.all(many.map((client) => client.next('health')));
    const feed = api.app.get(ChangeFeed);
    expect(feed.listenerCount).toBe(20);
    for (const client of many) client.close();
    while (feed.listenerCount > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(feed.listenerCount).toBe(0);
  });
});
