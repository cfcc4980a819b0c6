import type {
  CoverageDto,
  DeniedRequestsDto,
  OverviewDto,
  ProductSummaryDto,
  UsageSummaryDto,
} from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a server that is followed no longer, beside one that is', () => {
  let stores: TestStores;
  let api: TestApi;
  let now: number;

  beforeEach(async () => {
    stores = new TestStores();
    api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
    await stores.open();
    await stores.addServer('old1');
    now = Date.now();
    await stores.tellOf(
      'old1',
      { type: 'serverStart', at: now - 9 * HOUR },
      { type: 'grant', at: now - 8 * HOUR, user: 'eve', product: 'KIN' },
      { type: 'denial', at: now - 6.5 * HOUR - 2 * MINUTE, user: 'joe', product: 'KIN' },
      { type: 'detachment', at: now - 6.5 * HOUR - MINUTE, user: 'eve', product: 'KIN' },
      { type: 'resume', at: now - 6.5 * HOUR },
    );
    await stores.tell(
      { type: 'serverStart', at: now - 9 * HOUR },
      { type: 'grant', at: now - 5 * HOUR, user: 'ann' },
    );
    await stores.report({ server: 'lic1' });
  });

  afterEach(async () => {
    await api.close();
    await stores.close();
  });

  const read = async <Body>(path: string): Promise<Body> =>
    (await request(api.server).get(`/api/v1/${path}`).expect(200)).body as Body;

  const summary = async (product: string): Promise<ProductSummaryDto | undefined> =>
    (await read<UsageSummaryDto>(`usage/summary?from=${now - 9 * HOUR}`)).items.find(
      (one) => one.product === product,
    );

  it('leaves the figures of the other known up to now', async () => {
    const { gaps, observedMs } = (await summary('MD2')) ?? {};
    expect(gaps).toEqual([]);
    expect(observedMs).toBeGreaterThanOrEqual(9 * HOUR);
  });

  it('is unknown after its last line', async () => {
    const { gaps, observedMs } = (await summary('KIN')) ?? {};
    expect(observedMs).toBe(2.5 * HOUR + 1);
    expect(gaps).toMatchObject([{ from: now - 6.5 * HOUR + 1, cause: 'afterLastLine' }]);
    const { servers } = await read<CoverageDto>(`coverage?from=${now - 9 * HOUR}`);
    expect(servers.map(({ server, gaps }) => [server, gaps.map(({ cause }) => cause)])).toEqual([
      ['lic1', []],
      ['old1', ['afterLastLine']],
    ]);
  });

  it('ends the figures that are asked of it alone', async () => {
    const own = await read<UsageSummaryDto>('usage/summary?server=old1');
    expect(own.to).toBe(now - 6.5 * HOUR);
  });

  it('never tells what became of its last refusals', async () => {
    const { items } = await read<DeniedRequestsDto>(`denials?from=${now - 9 * HOUR}`);
    expect(items.map(({ user, outcome }) => [user, outcome])).toEqual([['joe', 'pending']]);
  });

  it('has no peaks on the overview for hours of which nothing is known', async () => {
    const { products } = await read<OverviewDto>('overview');
    const known = ({ hourlyPeaks }: OverviewDto['products'][number]) =>
      hourlyPeaks.map((peak) => peak !== null).lastIndexOf(true);
    expect(products.map((one) => [one.product, known(one)])).toEqual([
      ['MD2', 23],
      ['KIN', 17],
    ]);
  });
});
