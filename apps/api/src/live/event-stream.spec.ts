import { once } from 'node:events';
import { openResponse, type OpenResponse } from '../testing/open-response';
import type { ChangeFeed } from './change-feed';
import { EventStream, KEEP_ALIVE_MS, MAX_BACKLOG_BYTES } from './event-stream';
import { StreamController } from './stream.controller';
import { StreamLimit } from './stream-limit';

let open: OpenResponse;

beforeEach(async () => {
  open = await openResponse();
});

afterEach(() => open.close());

const batchOf = (lastEventId: number) => ({
  lastEventId,
  messages: [{ kind: 'resync' as const, data: { lastEventId } }],
});

describe('a stream of events', () => {
  it('is kept alive by comments, until it is closed', async () => {
    const every = jest.spyOn(global, 'setInterval');
    const stream = new EventStream(open.response);
    const [tick, period] = every.mock.calls[0] ?? [];
    every.mockRestore();
    expect(period).toBe(KEEP_ALIVE_MS);
    (tick as () => void)();
    stream.close();
    const parts: Buffer[] = [];
    open.client.on('data', (part) => parts.push(part));
    await once(open.client, 'end').catch(() => undefined);
    expect(Buffer.concat(parts).toString()).toContain(': keep-alive\n\n');
  });

  it('is cut off for a client that takes nothing in, and keeps no more for it than its bound', () => {
    const { response, client } = open;
    client.pause();
    const stream = new EventStream(response);
    const [message] = batchOf(1).messages;
    const long = { lastEventId: 1, messages: new Array(1_000).fill(message) };
    let most = 0;
    while (!response.destroyed) {
      stream.send(long);
      most = Math.max(most, response.writableLength);
    }
    expect(most).toBeGreaterThan(MAX_BACKLOG_BYTES / 2);
    expect(most).toBeLessThan(MAX_BACKLOG_BYTES + 1_000);
    // What comes later is for nobody.
    expect(() => stream.send(long)).not.toThrow();
    stream.close();
  });
});

describe('a client that leaves', () => {
  /** A feed that greets nobody before `leave` has come to pass. */
  const feedThat = (leave: () => Promise<unknown>) => {
    const listeners = new Set<unknown>();
    const feed = {
      subscribe: (listener: unknown) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      greet: async () => {
        await leave();
        return batchOf(0);
      },
    };
    return { listeners, feed: feed as unknown as ChangeFeed };
  };
  const disconnect = async () => {
    const closed = once(open.response, 'close');
    open.client.destroy();
    await closed;
  };

  it('before it is greeted leaves nothing behind', async () => {
    const { feed, listeners } = feedThat(disconnect);
    const limit = new StreamLimit();
    const timers = jest.spyOn(global, 'setInterval');
    await new StreamController(feed, limit).stream({}, undefined, '192.0.2.1', open.response);
    expect(timers).not.toHaveBeenCalled();
    expect([listeners.size, limit.count]).toEqual([0, 0]);
    timers.mockRestore();
  });

  it('before its query was checked leaves nothing behind', async () => {
    await disconnect();
    const { feed, listeners } = feedThat(() => Promise.resolve());
    const limit = new StreamLimit();
    await new StreamController(feed, limit).stream({}, undefined, '192.0.2.1', open.response);
    expect([listeners.size, limit.count]).toEqual([0, 0]);
  });
});
