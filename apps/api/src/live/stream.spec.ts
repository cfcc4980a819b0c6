import express, { type Response } from 'express';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SessionDto } from '@license-monitor/api-contract';
import { ChangeFeed } from './change-feed';
import { StreamController } from './stream.controller';
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

  it('leaves nothing behind for a client that left before it was greeted', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = get({ port: (server.address() as AddressInfo).port }).on(
      'error',
      () => undefined,
    );
    const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
    const leave = async () => {
      client.destroy();
      await once(response, 'close');
      return { lastEventId: 0, messages: [] };
    };
    const feed = { listenerCount: 0, subscribe: () => () => undefined, greet: leave };
    const timers = jest.spyOn(global, 'setInterval');
    const controller = new StreamController(feed as unknown as ChangeFeed);
    await controller.stream(
      {},
      undefined,
      Object.setPrototypeOf(response, express.response) as Response,
    );
    expect(timers).not.toHaveBeenCalled();
    timers.mockRestore();
    server.close();
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
