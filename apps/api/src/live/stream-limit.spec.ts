import type { Problem } from '@license-monitor/api-contract';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startApi, type TestApi } from '../testing/api';
import { ask } from '../testing/ask';
import { EventSourceClient } from '../testing/event-source';
import { TestStores } from '../testing/stores';
import { ChangeFeed } from './change-feed';
import { MAX_STREAMS, MAX_STREAMS_OF_ADDRESS, StreamLimit } from './stream-limit';

let stores: TestStores;
let api: TestApi;

beforeEach(async () => {
  stores = new TestStores();
  await stores.open();
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

const PATH = '/api/v1/stream';

/** Opens streams as a proxy on this machine does for a client. */
const openMany = (count: number, address: string) =>
  Promise.all(
    Array.from({ length: count }, () =>
      EventSourceClient.open(`${api.url}${PATH}`, { 'X-Forwarded-For': address }),
    ),
  );

/** Waits until nobody is counted any more; a leak would keep it waiting for ever. */
async function untilAllHaveLeft(): Promise<void> {
  const [feed, limit] = [api.app.get(ChangeFeed), api.app.get(StreamLimit)];
  while (feed.listenerCount + limit.count > 0) await new Promise(setImmediate);
}

const FEW = 20;

describe('live streams', () => {
  it('of one address are limited; others are not kept out by them', async () => {
    const own = await openMany(MAX_STREAMS_OF_ADDRESS, '192.0.2.1');
    const refused = await ask(api.url, PATH, { 'X-Forwarded-For': '192.0.2.1' });
    expect([refused.status, (JSON.parse(refused.body) as Problem).code]).toEqual([
      503,
      'LM_STREAM_FULL',
    ]);
    const others = await openMany(1, '192.0.2.2');
    expect(others[0]?.status).toBe(200);
    for (const client of [...own, ...others]) client.close();
    await untilAllHaveLeft();
    const [again] = await openMany(1, '192.0.2.1');
    expect(again?.status).toBe(200);
    again?.close();
  });

  it('are limited in all, also those of this machine', async () => {
    const all = await openMany(MAX_STREAMS, '127.0.0.1');
    const refused = await ask(api.url, PATH, { 'X-Forwarded-For': '192.0.2.1' });
    expect((JSON.parse(refused.body) as Problem).code).toBe('LM_STREAM_FULL');
    for (const client of all) client.close();
    await untilAllHaveLeft();
  });

  it('leave nothing behind when a thousand clients have come and gone', async () => {
    const { port } = new URL(api.url);
    const come = async (nth: number) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(`GET ${PATH} HTTP/1.1\r\nHost: test\r\n\r\n`);
      // Some leave at once, some while they are greeted, some with the first bytes of the stream.
      if (nth % 3 === 0) await once(socket, 'connect');
      if (nth % 3 === 1) await once(api.server, 'request');
      if (nth % 3 === 2) await once(socket, 'data');
      socket.resetAndDestroy();
      await once(socket, 'close');
    };
    api.server.setMaxListeners(0);
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout');
    const before = timers().length;
    for (let round = 0; round < 20; round++) {
      await Promise.all(Array.from({ length: 50 }, (_, nth) => come(50 * round + nth)));
    }
    await untilAllHaveLeft();
    // The server itself has a few that come and go; one left by each client would be a thousand.
    expect(timers().length).toBeLessThan(before + FEW);
    const [client] = await openMany(1, '192.0.2.1');
    expect(client?.status).toBe(200);
    client?.close();
  });
});
