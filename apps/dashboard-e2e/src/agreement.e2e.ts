import type {
  DeniedRequestsDto,
  HourOfWeekDto,
  OpenSessionsDto,
  OverviewDto,
  SessionPageDto,
  TimelineDto,
  UsageSeriesDto,
} from '@license-monitor/api-contract';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { download } from './downloads';
import { startKnownSite } from './known-site';
import { Services } from './services';

/*
 * Whatever is looked at, the sentence, the rows, the table beside a picture, the exported file and the API
 * say the same.
 */

const DAY_MS = 86_400_000;

let services: Services;
/** A range that is over, to the minute, so that every question is about the same. */
let range: { readonly from: number; readonly to: number };

test.beforeAll(async () => {
  services = await Services.create();
  await startKnownSite(services);
  const to = Math.floor(Date.now() / 60_000) * 60_000;
  range = { from: to - 14 * DAY_MS, to };
});

test.afterAll(async () => expect(await services.close()).toEqual([]));

const iso = (at: number) => new Date(at).toISOString();
const inAddress = () => `from=${iso(range.from)}&to=${iso(range.to)}`;

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await services.ask<Answer>(path);
  if (answer === undefined) throw new Error(`no answer: ${path}`);
  return answer;
}

const askOfRange = <Answer>(path: string) =>
  ask<Answer>(`${path}from=${range.from}&to=${range.to}`);

/** What stands under a head in every row. */
const column = async (rows: Locator, label: string): Promise<string[]> => {
  await expect(rows.first()).toBeVisible();
  const cells = await rows.locator(`[data-label="${label}"]`).allTextContents();
  return cells.map((text) => text.trim());
};

const open = (page: Page, path: string) => page.goto(services.url + path);

test('overview: rows as the API has them', async ({ page }) => {
  await open(page, '/');
  const { products } = await ask<OverviewDto>('overview?zone=Europe/Paris');
  const rows = page.getByTestId('product-row');
  await expect(rows).toHaveCount(products.length);
  const known = products.map(({ product, licenses }) => [product, licenses] as const);
  expect([...known].sort()).toEqual([
    ['KIN', 0],
    ['MD2', 3],
  ]);
  for (const [product, count] of known) {
    const inUse = rows.filter({ hasText: product }).getByTestId('licenses');
    await expect(inUse).toContainText(new RegExp(String.raw`(^|\D)${count}(\D|$)`));
  }
});

test('live: totals, rows, file and API', async ({ page }) => {
  await open(page, '/live');
  const hosts = await column(page.getByTestId('session-row'), 'Host');
  const { items } = await ask<OpenSessionsDto>('sessions?status=open');
  const saved = await download(page);
  await expect(page.getByTestId('totals')).toHaveText('3 sessions, 2 users, 1 product');
  expect(hosts.sort()).toEqual(['WS-1', 'WS-2', 'WS-3']);
  expect(items.map(({ host }) => host).sort()).toEqual(hosts);
  expect(saved.map(({ host }) => host).sort()).toEqual(hosts);
});

test('live: the workbook is one', async ({ page }) => {
  await open(page, '/live');
  const button = page.getByTestId('export-xlsx').first();
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(saved.suggestedFilename()).toMatch(/^sessions_open_[\d-]+_\d+\.xlsx$/);
  const content = await readFile(await saved.path());
  expect(content.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
});

test('history: rows, file and API', async ({ page }) => {
  await open(page, `/history?${inAddress()}`);
  const hosts = await column(page.getByTestId('history-row'), 'Host');
  const { items } = await askOfRange<SessionPageDto>('sessions?status=closed&');
  const saved = await download(page);
  expect(hosts).toEqual(['WS-4', 'WS-5']);
  expect(items.map(({ host }) => host)).toEqual(hosts);
  expect(saved.map(({ host, endedAt }) => [host, endedAt])).toEqual(
    items.map(({ host, endedAt }) => [host, iso(endedAt ?? 0)]),
  );
});

test('usage: sentence, table, file and API', async ({ page }) => {
  await open(page, `/usage?product=MD2&${inAddress()}`);
  await page.getByTestId('as-table').click();
  await expect(page.getByTestId('answer')).toContainText('MD2 peaked at 3 of 3');
  const saved = await download(page);
  const most = saved.map(({ max }) => max);
  const drawn = await column(page.getByTestId('series-row'), 'Most');
  const buckets = saved.length;
  const series = await askOfRange<UsageSeriesDto>(`usage/series?product=MD2&buckets=${buckets}&`);
  const points = series.items[0]?.points ?? [];
  const known = most.map((text) => (text === '' ? 'unknown' : text));
  expect(drawn).toEqual(known.slice(0, drawn.length));
  expect(Math.max(...most.map(Number))).toBe(3);
  expect(points.map(({ at, max }) => [iso(at), String(max ?? '')])).toEqual(
    saved.map(({ at, max }) => [at, max]),
  );
});

test('denials: sentence, lanes, rows, file and API', async ({ page }) => {
  await open(page, `/denials?${inAddress()}`);
  const users = await column(page.getByTestId('denial-row'), 'User');
  const { items } = await askOfRange<DeniedRequestsDto>('denials?');
  const saved = await download(page);
  await expect(page.getByTestId('answer')).toContainText('2 denied requests');
  expect(users.sort()).toEqual(['chloe', 'dan']);
  expect(items.map(({ user }) => user).sort()).toEqual(users);
  expect(saved.map(({ user }) => user).sort()).toEqual(users);
  expect(saved.map(({ cause }) => cause).sort()).toEqual(items.map(({ cause }) => cause).sort());
});

test('capacity: hours of the week, file and API', async ({ page }) => {
  await open(page, `/capacity?product=MD2&${inAddress()}`);
  await expect(page.getByTestId('week-cell')).toHaveCount(168);
  const shown = await page.getByTestId('week-cell').allTextContents();
  const file = page.getByTestId('export-csv').and(page.locator('lm-week-heat-map *'));
  const saved = await download(page, file);
  const zone = 'zone=Europe/Paris';
  const answer = await askOfRange<HourOfWeekDto>(`usage/hour-of-week?product=MD2&${zone}&`);
  const hours = answer.items[0]?.cells ?? [];
  const peaks = hours.map(({ peak }) => (peak === null ? 'not observed' : String(peak)));
  expect(shown.map((text) => text.trim())).toEqual(peaks);
  expect(saved.map(({ peak }) => peak || 'not observed')).toEqual(peaks);
  expect(peaks).toContain('3');
});

test('timeline: sentence, table, file and API', async ({ page }) => {
  await open(page, `/timeline?${inAddress()}`);
  const { lanes } = await askOfRange<TimelineDto>('timeline?');
  const sessions = lanes.flatMap((lane) => lane.bars).length;
  await page.getByTestId('as-table').or(page.getByText('As table')).first().click();
  await expect(page.getByTestId('bar-row')).toHaveCount(sessions);
  await expect(page.getByTestId('answer')).toContainText('5 sessions');
  expect(sessions).toBe(5);
  expect(await download(page)).toHaveLength(sessions);
});
