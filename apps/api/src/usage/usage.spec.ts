import type {
  FindingsDto,
  ProductSummaryDto,
  UsageSummaryDto,
} from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let stores: TestStores;
let api: TestApi;

beforeEach(async () => {
  stores = new TestStores();
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  await stores.open();
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

async function read(query: string): Promise<UsageSummaryDto> {
  const response = await request(api.server).get(`/api/v1/usage/summary?${query}`).expect(200);
  return response.body as UsageSummaryDto;
}

const only = async (query: string): Promise<ProductSummaryDto> => {
  const { items } = await read(query);
  const [first, ...others] = items;
  if (first === undefined || others.length > 0) throw new Error(`${items.length} products`);
  return first;
};

describe('GET /api/v1/usage/summary', () => {
  it('gives the figures of a product by hand-checked numbers', async () => {
    await stores.tell(
      { type: 'serverStart', at: 0 },
      { type: 'grant', at: HOUR, user: 'ann' },
      { type: 'grant', at: 2 * HOUR, user: 'bob', host: 'WS-2' },
      { type: 'denial', at: 2 * HOUR, user: 'eve' },
      { type: 'detachment', at: 2 * HOUR + 4 * MINUTE, user: 'bob', host: 'WS-2' },
      { type: 'grant', at: 2 * HOUR + 4 * MINUTE, user: 'eve', host: 'WS-3' },
      { type: 'timeout', at: 4 * HOUR, user: 'ann' },
      { type: 'resume', at: 5 * HOUR },
    );
    // U: 1 from 1 h, 2 from 2 h to 4 h (bob hands on to eve), 1 until 5 h.
    expect(await only(`from=0&to=${5 * HOUR - 1}`)).toMatchObject({
      product: 'MD2',
      model: 'concurrentUser',
      sessions: { count: 3, openAtEnd: 1, startUnknown: 0, timeouts: 1, presumedLost: 0 },
      users: 3,
      hosts: 3,
      peak: 2,
      peakAt: 2 * HOUR,
      timeAtPeakMs: 2 * HOUR,
      sustainedPeak: 2,
      licenseMs: HOUR + 4 * HOUR + HOUR - 1,
      sessionMsHigh: 6 * HOUR - 1,
      sessionMsLow: 6 * HOUR - 1 - 17 * MINUTE,
      denials: { capacity: 1, policy: 0, notEnrolled: 0, other: 0 },
      deniedRequests: {
        redirected: 0,
        delayed: 1,
        lost: 0,
        waitingMs: 4 * MINUTE,
        people: 1,
        rate: 0.25,
      },
      entitlements: null,
      utilisation: null,
    });
  });

  it('averages over the time that was observed, and says which was not', async () => {
    await stores.tell(
      { type: 'serverStart', at: HOUR },
      { type: 'grant', at: 2 * HOUR },
      { type: 'serverStop', at: 3 * HOUR },
      { type: 'serverStart', at: 4 * HOUR },
      { type: 'detachment', at: 5 * HOUR },
    );
    const product = await only(`from=0&to=${5 * HOUR}`);
    expect(product.gaps).toEqual([
      { from: 0, to: HOUR, cause: 'beforeFirstLine' },
      { from: 3 * HOUR, to: 4 * HOUR, cause: 'serverDown' },
    ]);
    expect(product.observedMs).toBe(3 * HOUR);
    // Two of the three observed hours.
    expect(product.average).toBeCloseTo(2 / 3);
  });

  it('says that a product is not traced where it is refused while the log knows of no use', async () => {
    await stores.tell(
      { type: 'serverStart', at: 0 },
      { type: 'denial', at: HOUR },
      { type: 'resume', at: 4 * HOUR },
    );
    const product = await only(`from=0&to=${4 * HOUR - 1}`);
    expect(product).toMatchObject({
      product: 'MD2',
      editor: null,
      model: 'unknown',
      observedMs: 0,
    });
    expect(product.peak).toBeNull();
    expect(product.gaps).toContainEqual({ from: 0, to: 4 * HOUR - 1, cause: 'notTraced' });
  });

  it('knows of a crash whose start comes after the range', async () => {
    await stores.tell(
      { type: 'serverStart', at: 0 },
      { type: 'grant', at: HOUR },
      { type: 'serverStart', at: 12 * HOUR },
    );
    const product = await only(`from=0&to=${10 * HOUR}`);
    expect(product.gaps).toEqual([{ from: HOUR, to: 10 * HOUR, cause: 'serverDown' }]);
  });

  it('concludes nothing on tracing from the use of one person', async () => {
    await stores.tell(
      { type: 'serverStart', at: 0 },
      { type: 'grant', at: HOUR, user: 'ann' },
      { type: 'denial', at: 2 * HOUR, user: 'bob' },
      { type: 'grant', at: 6 * HOUR, user: 'bob', host: 'WS-2' },
      { type: 'resume', at: 8 * HOUR },
    );
    const bob = await only(`from=0&to=${8 * HOUR - 1}&user=bob`);
    expect(bob).toMatchObject({ gaps: [], observedMs: 8 * HOUR - 1 });
  });

  it('gives a refusal that may be of several products to none of them, with nothing of theirs', async () => {
    await stores.tell(
      { type: 'serverStart', at: 0 },
      { type: 'grant', at: HOUR, user: 'ann' },
      { type: 'grant', at: HOUR, user: 'bob', model: 'NamedUser' },
      { type: 'denial', at: 2 * HOUR, user: 'eve' },
      { type: 'resume', at: 8 * HOUR },
    );
    await stores.tellSeats(HOUR, 1, 1);
    const { items } = await read(`from=0&to=${8 * HOUR - 1}`);
    expect(items.map(({ model, denials }) => [model, denials.capacity])).toEqual([
      ['unknown', 1],
      ['concurrentUser', 0],
      ['namedUser', 0],
    ]);
    expect(items[0]).toMatchObject({ gaps: [], entitlements: null });
  });

  it('ends with what was read: what comes later is not known', async () => {
    await stores.tell({ type: 'grant', at: HOUR }, { type: 'resume', at: 2 * HOUR });
    expect(await read(`from=0&to=${9 * HOUR}`)).toMatchObject({ from: 0, to: 2 * HOUR });
    await stores.report();
    const { to, asOf } = await read(`from=0`);
    expect(asOf - to).toBeLessThan(10_000);
  });

  it('keeps to the given products', async () => {
    await stores.tell(
      { type: 'grant', at: HOUR },
      { type: 'grant', at: HOUR, product: 'HD2' },
      { type: 'denial', at: HOUR, product: 'KIN', user: 'bob' },
      { type: 'resume', at: 2 * HOUR },
    );
    const codes = async (query: string) => (await read(query)).items.map(({ product }) => product);
    expect(await codes('from=0')).toEqual(['HD2', 'KIN', 'MD2']);
    expect(await codes('from=0&product=HD2')).toEqual(['HD2']);
  });
});

describe('GET /api/v1/coverage', () => {
  it('says for which times use was measured, per server and product, and why not for the others', async () => {
    await stores.tell(
      { type: 'serverStart', at: HOUR },
      { type: 'serverStop', at: 2 * HOUR },
      { type: 'serverStart', at: 3 * HOUR },
      { type: 'denial', at: 4 * HOUR },
      { type: 'resume', at: 5 * HOUR },
    );
    const response = await request(api.server)
      .get(`/api/v1/coverage?from=0&to=${5 * HOUR - 1}`)
      .expect(200);
    expect(response.body).toMatchObject({
      servers: [
        {
          server: 'lic1',
          observedMs: HOUR + 2 * HOUR - 1,
          gaps: [
            { from: 0, to: HOUR, cause: 'beforeFirstLine' },
            { from: 2 * HOUR, to: 3 * HOUR, cause: 'serverDown' },
          ],
        },
      ],
      products: [{ product: 'MD2', gaps: [{ from: 0, to: 5 * HOUR - 1, cause: 'notTraced' }] }],
    });
  });
});

describe('GET /api/v1/findings', () => {
  it('counts what is doubtful, each with the rows behind it', async () => {
    await stores.tell(
      { type: 'detachment', at: HOUR, user: 'ann' },
      { type: 'grant', at: 3 * HOUR, user: 'bob' },
      { type: 'detachment', at: 2 * HOUR, user: 'bob' },
      { type: 'denial', at: 4 * HOUR, product: 'KIN' },
      { type: 'resume', at: 5 * HOUR },
    );
    const response = await request(api.server).get('/api/v1/findings?from=0').expect(200);
    const { items } = response.body as FindingsDto;
    expect(items.map(({ kind, product, count }) => [kind, product, count])).toEqual([
      ['notTraced', 'KIN', 1],
      ['negativeSession', 'MD2', 1],
      ['endWithoutStart', 'MD2', 1],
    ]);
    for (const { rows, count, kind } of items) {
      const behind = await request(api.server).get(String(rows)).expect(200);
      const { items: found } = behind.body as { items: unknown[] };
      expect([kind, found.length]).toEqual([kind, count]);
    }
  });

  it('are none where all is well', async () => {
    await stores.tell({ type: 'grant', at: HOUR }, { type: 'detachment', at: 2 * HOUR });
    const response = await request(api.server).get('/api/v1/findings?from=0').expect(200);
    expect((response.body as FindingsDto).items).toEqual([]);
  });
});
