import type { SearchDto, SubjectDto, TimelineDto } from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let stores: TestStores;
let api: TestApi;

beforeEach(async () => {
  stores = new TestStores();
  api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  await stores.open();
  await stores.tell(
    { type: 'grant', at: HOUR, user: 'ann' },
    { type: 'grant', at: 2 * HOUR, user: 'bob', host: 'WS-2' },
    { type: 'denial', at: 2.5 * HOUR, user: 'ann', product: 'HD2' },
    { type: 'timeout', at: 3 * HOUR, user: 'ann' },
    { type: 'grant', at: 20 * HOUR, user: 'ann', product: 'HD2' },
    { type: 'detachment', at: 26 * HOUR, user: 'ann', product: 'HD2' },
    { type: 'serverStart', at: 2 * DAY },
  );
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

const read = async <Body>(path: string): Promise<Body> =>
  (await request(api.server).get(`/api/v1/${path}`).expect(200)).body as Body;

describe('GET /api/v1/search', () => {
  it('finds products, people and machines by a part of their names, whatever the case', async () => {
    const found = async (q: string) =>
      (await read<SearchDto>(`search?q=${q}`)).items.map(({ kind, key }) => `${kind} ${key}`);
    expect(await found('AN')).toEqual(['user ann']);
    expect(await found('2')).toEqual(['product HD2', 'product MD2', 'host WS-2']);
    expect(await found('ws')).toEqual(['host WS-1', 'host WS-2']);
    expect(await found('%25')).toEqual([]);
  });

  it('wants something to look for', async () => {
    await request(api.server).get('/api/v1/search?q=').expect(400);
  });
});

describe('GET /api/v1/subjects/:kind/:key', () => {
  it('tells about a person: now, use, days and products', async () => {
    const ann = await read<SubjectDto>('subjects/user/ANN?from=0&zone=UTC');
    expect(ann).toMatchObject({
      kind: 'user',
      firstSeenAt: HOUR,
      now: [],
      sessions: 2,
      sessionMs: 8 * HOUR,
      medianMs: 4 * HOUR,
      timeouts: 1,
      deniedRequests: 1,
      daily: [
        { date: '1970-01-01', sessionMs: 6 * HOUR },
        { date: '1970-01-02', sessionMs: 2 * HOUR },
      ],
      breakdown: [
        { key: 'HD2', sessions: 1, sessionMs: 6 * HOUR },
        { key: 'MD2', sessions: 1, sessionMs: 2 * HOUR },
      ],
    });
  });

  it('tells about a product by its people, and who holds it now', async () => {
    const product = await read<SubjectDto>('subjects/product/MD2?from=0');
    expect(product.now.map(({ user }) => user)).toEqual(['bob']);
    expect(product.breakdown.map(({ key }) => key)).toEqual(['bob', 'ann']);
  });

  it('knows nothing of a name that nobody has, and no other kind', async () => {
    const nobody = await read<SubjectDto>('subjects/host/WS-9?from=0');
    expect(nobody).toMatchObject({ firstSeenAt: null, sessions: 0, medianMs: null, daily: [] });
    await request(api.server).get('/api/v1/subjects/city/Paris').expect(400);
  });
});

describe('GET /api/v1/timeline', () => {
  it('gives a lane to each person, who used most first, with a bar for each session', async () => {
    const { lanes, laneCount } = await read<TimelineDto>(`timeline?from=0&to=${2 * DAY}`);
    expect(laneCount).toBe(2);
    expect(lanes.map(({ key }) => key)).toEqual(['bob', 'ann']);
    expect(lanes[1]?.bars).toEqual([
      expect.objectContaining({ product: 'MD2', startedAt: HOUR, endedAt: 3 * HOUR, sessions: 1 }),
      expect.objectContaining({ product: 'HD2', closedBy: 'detachment' }),
    ]);
  });

  it('joins bars that are too short to be told apart, and says how many they are', async () => {
    const short = Array.from({ length: 50 }, (_, nth) => [
      { type: 'grant' as const, at: 2 * DAY + nth * 1_000, user: 'eve' },
      { type: 'detachment' as const, at: 2 * DAY + nth * 1_000 + 500, user: 'eve' },
    ]);
    await stores.tell(...short.flat(), { type: 'serverStart', at: 3 * DAY });
    const { lanes } = await read<TimelineDto>(`timeline?from=0&user=eve&to=${3 * DAY}`);
    const bars = lanes[0]?.bars ?? [];
    expect(bars.length).toBeLessThan(5);
    expect(bars.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(50);
  });

  it('takes lanes by machine and product, too, page by page', async () => {
    const keys = async (query: string) =>
      (await read<TimelineDto>(`timeline?from=0&${query}`)).lanes.map(({ key }) => key);
    expect(await keys('group=product')).toEqual(['MD2', 'HD2']);
    expect(await keys('group=host&skip=1')).toEqual(['WS-1']);
  });
});
