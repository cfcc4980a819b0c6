import type {
  DenialExplanationDto,
  EntitlementsDto,
  FindingsDto,
  OverviewDto,
  ReconciliationDto,
  UsageSummaryDto,
} from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const HOUR = 3_600_000;
let stores: TestStores;
let api: TestApi;

beforeEach(async () => {
  stores = new TestStores();
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  await stores.open();
  // U: 1 from 1 h, 2 from 3 h on. Seats: 1 from 0 h, 2 from 4 h on; the server says 1, 1 and 3.
  await stores.tell(
    { type: 'serverStart', at: 0 },
    { type: 'grant', at: HOUR, user: 'ann' },
    { type: 'denial', at: 2 * HOUR, user: 'bob' },
    { type: 'grant', at: 3 * HOUR, user: 'bob', host: 'WS-2' },
    { type: 'denial', at: 4.5 * HOUR, user: 'eve' },
    { type: 'resume', at: 6 * HOUR },
  );
  await stores.tellSeats(0, 1, 0);
  await stores.tellSeats(2 * HOUR, 1, 1);
  await stores.tellSeats(4 * HOUR, 3, 3);
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

const read = async <Body>(path: string): Promise<Body> =>
  (await request(api.server).get(`/api/v1/${path}`).expect(200)).body as Body;
// Before the last line, which would be a crash and a start.
const range = `from=0&to=${5 * HOUR}`;

describe('a site whose seats are known', () => {
  it('has entitlements with a history, from reports', async () => {
    const { items, reports, failures } = await read<EntitlementsDto>('entitlements');
    expect(items).toMatchObject([
      {
        product: 'MD2',
        model: 'concurrentUser',
        intervals: [
          { from: 0, to: 4 * HOUR, seats: 1, source: 'usageCsv', isAssumed: false, others: [] },
          { from: 4 * HOUR, to: null, seats: 3 },
        ],
        pools: [{ server: 'lic1', source: 'usageCsv', seats: 3, validTo: null }],
      },
    ]);
    expect(reports).toMatchObject([{ server: 'lic1', source: 'usageCsv', takenAt: 4 * HOUR }]);
    expect(failures).toEqual([]);
  });

  it('has a utilisation with its parts: use above capacity is not cut off', async () => {
    const { items } = await read<UsageSummaryDto>(`usage/summary?product=MD2&${range}`);
    expect(items[0]?.utilisation).toEqual({
      knownMs: 5 * HOUR,
      usedMs: (2 + 2 * 2) * HOUR,
      capacityMs: (4 + 3) * HOUR,
      share: 6 / 7,
      fullMs: 3 * HOUR,
      overageMs: HOUR,
    });
    expect(items[0]?.entitlements).toHaveLength(2);
  });

  it('has its seats on the overview', async () => {
    const { products } = await read<OverviewDto>('overview');
    expect(products).toMatchObject([{ product: 'MD2', licenses: 2, entitlement: 3 }]);
  });

  it('is told where the log and the server differ', async () => {
    const path = `usage/reconciliation?product=MD2&${range}`;
    const { items } = await read<ReconciliationDto>(path);
    expect(items[0]?.checks).toEqual([
      { at: 0, fromLog: 0, fromServer: 0, difference: 0 },
      { at: 2 * HOUR, fromLog: 1, fromServer: 1, difference: 0 },
      { at: 4 * HOUR, fromLog: 2, fromServer: 3, difference: -1 },
    ]);
    const { items: findings } = await read<FindingsDto>(`findings?${range}`);
    expect(findings.map(({ kind, count }) => [kind, count])).toEqual([
      ['useAboveCapacity', 1],
      ['useDiffersFromServer', 1],
    ]);
  });

  it('is told a shortage from seats that seem to be free', async () => {
    const verdictOf = async (id: number) =>
      (await read<DenialExplanationDto>(`denials/${id}/explain`)).verdict;
    expect(await verdictOf(3)).toBe('shortage');
    expect(await verdictOf(5)).toBe('seatsFree');
  });
});

describe('a product that nobody uses', () => {
  it('is in the summary by its seats, with nothing in use', async () => {
    const path = `usage/summary?from=0&to=${HOUR}`;
    const { items } = await read<UsageSummaryDto>(path);
    expect(items).toMatchObject([
      { product: 'MD2', peak: 0, licenseMs: 0, sessions: { count: 0 } },
    ]);
  });
});

describe('a server that says licences are in use of which the log knows nothing', () => {
  it('does not trace the product', async () => {
    await stores.tell({ type: 'resume', at: 20 * HOUR });
    await stores.tellSeats(0.5 * HOUR, 1, 1);
    const { items } = await read<UsageSummaryDto>(`usage/summary?${range}`);
    expect(items[0]?.gaps).toEqual([{ from: 0, to: HOUR, cause: 'notTraced' }]);
  });
});
