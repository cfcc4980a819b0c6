import type {
  HourOfWeekDto,
  LoadDurationDto,
  Problem,
  UsageSeriesDto,
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
  // U: 1 from 1 h, 2 from 2 h, 1 from 3 h, 0 from 4 h on.
  await stores.tell(
    { type: 'serverStart', at: 0 },
    { type: 'grant', at: HOUR, user: 'ann' },
    { type: 'grant', at: 2 * HOUR, user: 'bob', host: 'WS-2' },
    { type: 'denial', at: 2.5 * HOUR, user: 'eve' },
    { type: 'detachment', at: 3 * HOUR, user: 'bob', host: 'WS-2' },
    { type: 'detachment', at: 4 * HOUR, user: 'ann' },
    { type: 'resume', at: 6 * HOUR },
  );
});

afterEach(async () => {
  await api.close();
  await stores.close();
});

async function read<Body>(path: string): Promise<Body> {
  return (await request(api.server).get(`/api/v1/usage/${path}`).expect(200)).body as Body;
}

const range = `product=MD2&from=0&to=${4 * HOUR}`;

describe('GET /api/v1/usage/series', () => {
  it('keeps peaks and averages of equal times, with the refusals among them', async () => {
    const { bucketMs, items } = await read<UsageSeriesDto>(`series?${range}&buckets=2`);
    expect(bucketMs).toBe(2 * HOUR);
    expect(items).toMatchObject([
      {
        product: 'MD2',
        points: [
          { at: 0, min: 0, max: 1, average: 0.5, coverage: 1 },
          { at: 2 * HOUR, min: 1, max: 2, average: 1.5, coverage: 1 },
        ],
        denials: [{ at: 2 * HOUR, capacity: 1, policy: 0, notEnrolled: 0, other: 0 }],
        entitlements: null,
        gaps: [],
      },
    ]);
  });

  it('wants products, six at the most', async () => {
    const paramOf = async (query: string) => {
      const response = await request(api.server).get(`/api/v1/usage/series?${query}`).expect(400);
      return (JSON.parse(response.text) as Problem).errors.map(({ parameter }) => parameter);
    };
    expect(await paramOf('from=0')).toEqual(['product']);
    const many = Array.from({ length: 7 }, (_, nth) => `product=P${nth}`).join('&');
    expect(await paramOf(many)).toEqual(['product']);
    expect(await paramOf('product=MD2&buckets=2401')).toEqual(['buckets']);
  });
});

describe('GET /api/v1/usage/load-duration', () => {
  it('says for how long so many were in use, and how many were enough', async () => {
    const { items } = await read<LoadDurationDto>(`load-duration?${range}`);
    expect(items).toMatchObject([
      {
        observedMs: 4 * HOUR,
        levels: [
          { seats: 1, atLeastMs: 3 * HOUR },
          { seats: 2, atLeastMs: HOUR },
        ],
      },
    ]);
    const enough = new Map(items[0]?.enough.map((one) => [one.share, one]));
    // Of the requests ann found none in use, bob one, and eve, who was refused, two.
    expect(enough.get(0.5)).toEqual({ share: 0.5, byTime: 1, byRequests: 2 });
    expect(enough.get(1)).toEqual({ share: 1, byTime: 2, byRequests: 3 });
  });
});

describe('GET /api/v1/usage/hour-of-week', () => {
  it('counts by the clock of the zone: 1970 began on a Thursday, in Paris at one', async () => {
    const { items } = await read<HourOfWeekDto>(`hour-of-week?${range}&zone=Europe/Paris`);
    const cells = items[0]?.cells ?? [];
    expect(cells).toHaveLength(168);
    const cellAt = (weekday: number, hour: number) =>
      cells.find((cell) => cell.weekday === weekday && cell.hour === hour);
    expect(cellAt(4, 3)).toEqual({
      weekday: 4,
      hour: 3,
      observedMs: HOUR,
      average: 2,
      peak: 2,
      grants: 1,
      denials: 1,
    });
    expect(cellAt(1, 9)).toMatchObject({ observedMs: 0, average: null, peak: null });
  });
});
