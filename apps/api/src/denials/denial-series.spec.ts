import type { DenialSeriesDto } from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALL = `from=0&to=${10 * HOUR}&buckets=10`;

describe('GET /api/v1/denials/series', () => {
  const stores = new TestStores();
  let api: TestApi;

  beforeAll(async () => {
    await stores.open();
    await stores.tell(
      { type: 'denial', at: HOUR, user: 'ann' },
      // Asks again at once: the same request.
      { type: 'denial', at: HOUR + 5_000, user: 'ann' },
      { type: 'grant', at: HOUR + 5 * MINUTE, user: 'ann' },
      { type: 'denial', at: 1.5 * HOUR, user: 'bob', reason: 'policy' },
      { type: 'denial', at: 2 * HOUR, user: 'eve', product: 'KIN' },
      { type: 'denial', at: 5 * HOUR, user: 'bob' },
      { type: 'serverStart', at: 20 * HOUR },
    );
    api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  });

  afterAll(async () => {
    await api.close();
    await stores.close();
  });

  const read = async (query: string): Promise<DenialSeriesDto> =>
    (await request(api.server).get(`/api/v1/denials/series?${query}`).expect(200))
      .body as DenialSeriesDto;

  const none = { capacity: 0, policy: 0, notEnrolled: 0, other: 0 };

  it('has a lane for each product, that with the most requests first', async () => {
    const { bucketMs, from, to, items } = await read(ALL);
    expect([bucketMs, from, to]).toEqual([HOUR, 0, 10 * HOUR]);
    expect(items).toEqual([
      {
        product: 'MD2',
        requests: 3,
        causes: { ...none, capacity: 2, policy: 1 },
        outcomes: { redirected: 0, delayed: 1, lost: 2, pending: 0 },
        points: [
          { at: HOUR, ...none, capacity: 1, policy: 1 },
          { at: 5 * HOUR, ...none, capacity: 1 },
        ],
      },
      {
        product: 'KIN',
        requests: 1,
        causes: { ...none, capacity: 1 },
        outcomes: { redirected: 0, delayed: 0, lost: 1, pending: 0 },
        points: [{ at: 2 * HOUR, ...none, capacity: 1 }],
      },
    ]);
  });

  it('keeps to causes, outcomes and names as the list does', async () => {
    const counts = async (query: string) =>
      (await read(`${ALL}&${query}`)).items.map(({ product, requests }) => [product, requests]);
    expect(await counts('cause=policy')).toEqual([['MD2', 1]]);
    expect(await counts('outcome=lost&outcome=pending&product=MD2')).toEqual([['MD2', 2]]);
    expect(await counts('user=eve')).toEqual([['KIN', 1]]);
    expect(await counts('cause=other')).toEqual([]);
  });

  it('is a table, too', async () => {
    const path = `/api/v1/denials/series?${ALL}&product=KIN&format=csv`;
    const { text } = await request(api.server).get(path).expect(200);
    expect(text.split('\r\n')).toEqual([
      '"product","at","capacity","policy","notEnrolled","other"',
      '"KIN","1970-01-01T02:00:00.000Z","1","0","0","0"',
      '',
    ]);
  });
});
