import type { UsageSeriesDto, UsageSummaryDto } from '@license-monitor/api-contract';
import request from 'supertest';
import { startApi, type TestApi } from '../testing/api';
import { TestStores } from '../testing/stores';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** A Monday at midnight in Paris, in summer time; a week before, the clock was an hour behind. */
const MONDAY = Date.parse('2026-03-30T00:00:00+02:00');
const WEEK_BEFORE = Date.parse('2026-03-23T00:00:00+01:00');

describe('figures beside those of an earlier range', () => {
  const stores = new TestStores();
  let api: TestApi;

  beforeAll(async () => {
    await stores.open();
    await stores.tell(
      { type: 'serverStart', at: MONDAY - 53 * WEEK },
      { type: 'grant', at: MONDAY - 52 * WEEK + 9 * HOUR, user: 'eve' },
      { type: 'detachment', at: MONDAY - 52 * WEEK + 15 * HOUR, user: 'eve' },
      { type: 'grant', at: WEEK_BEFORE + 9 * HOUR, user: 'ann' },
      { type: 'grant', at: WEEK_BEFORE + 9 * HOUR, user: 'bob', host: 'WS-2' },
      { type: 'detachment', at: WEEK_BEFORE + 9.5 * HOUR, user: 'ann' },
      { type: 'detachment', at: WEEK_BEFORE + 9.75 * HOUR, user: 'bob', host: 'WS-2' },
      { type: 'grant', at: MONDAY + 9 * HOUR, user: 'ann' },
      { type: 'detachment', at: MONDAY + 12 * HOUR, user: 'ann' },
      { type: 'resume', at: MONDAY + 2 * DAY },
    );
    api = await startApi({ HISTORY_DB: stores.historyFile, LIVE_DB: stores.liveFile });
  });

  afterAll(async () => {
    await api.close();
    await stores.close();
  });

  const read = async <Body>(path: string): Promise<Body> =>
    (await request(api.server).get(`/api/v1/usage/${path}`).expect(200)).body as Body;

  const monday = `product=MD2&from=${MONDAY}&to=${MONDAY + DAY}&zone=Europe/Paris`;

  it('are null where none is asked for', async () => {
    expect((await read<UsageSummaryDto>(`summary?${monday}`)).compare).toBeNull();
    expect((await read<UsageSeriesDto>(`series?${monday}`)).compare).toBeNull();
  });

  it.each([
    ['previous', WEEK_BEFORE, 2, 1.25 * HOUR],
    ['year', MONDAY - 52 * WEEK, 1, 6 * HOUR],
  ])('are summed up for %s, on the same weekday', async (compare, from, peak, licenseMs) => {
    const summary = await read<UsageSummaryDto>(`summary?${monday}&compare=${compare}`);
    expect(summary.items).toMatchObject([{ product: 'MD2', peak: 1, licenseMs: 3 * HOUR }]);
    expect(summary.compare).toMatchObject({
      from,
      to: from + DAY,
      items: [{ product: 'MD2', peak, licenseMs }],
    });
    expect(Object.keys(summary.compare ?? {})).toEqual(['from', 'to', 'items']);
  });

  it('are plotted in equal times that lie at the same hours', async () => {
    const { items, compare } = await read<UsageSeriesDto>(
      `series?${monday}&compare=previous&buckets=24`,
    );
    const peaks = (points: UsageSeriesDto['items'][number]['points'] = []) =>
      points.flatMap(({ max }, hour) => ((max ?? 0) > 0 ? [[hour, max]] : []));
    expect(peaks(items[0]?.points)).toEqual([
      [9, 1],
      [10, 1],
      [11, 1],
    ]);
    expect(peaks(compare?.items[0]?.points)).toEqual([[9, 2]]);
    expect(compare?.items[0]?.points[0]?.at).toBe(WEEK_BEFORE);
  });

  it('are unknown before the first line, which is not zero', async () => {
    const early = `product=MD2&from=${MONDAY - 53 * WEEK}&to=${MONDAY - 52 * WEEK}`;
    const { compare } = await read<UsageSeriesDto>(`series?${early}&compare=year&buckets=7`);
    expect(compare?.items).toEqual([]);
  });

  it('are of nothing else than previous or year', async () => {
    await request(api.server).get(`/api/v1/usage/series?${monday}&compare=decade`).expect(400);
  });
});
