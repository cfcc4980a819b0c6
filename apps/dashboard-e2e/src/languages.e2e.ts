import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Services } from './services';
import { findUntranslated, readSpokenTexts } from './spoken-texts';

const SCREENS = [
  { path: '/', row: 'product-row' },
  { path: '/live?group=product', row: 'session-row' },
  { path: '/history', row: 'history-row' },
  { path: '/usage', row: 'figures' },
  { path: '/denials', row: 'denial-row' },
  { path: '/capacity', row: 'week-cell' },
  { path: '/timeline', row: 'bar' },
  { path: '/health', row: 'server-card' },
  { path: '/definitions', row: 'definitions' },
  { path: '/products/MD2', row: 'part-row' },
  { path: '/live?at=2001-01-01T00:00Z&from=yesterday', row: 'query-notice' },
] as const;
const WIDTHS = [1280, 800, 320] as const;

test.use({ locale: 'de-DE' });

let services: Services;

/** One demo for all tests here: its back-fill takes a while. */
test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  services = await Services.create();
  services.startDemo();
  await expect(async () => {
    const health = await request.get(`${services.url}/api/v1/health`);
    const { servers } = (await health.json()) as { servers: { state: string }[] };
    expect(servers.map(({ state }) => state)).toEqual(['ok']);
  }).toPass({ timeout: 240_000 });
});

test.afterAll(async () => expect(await services.close()).toEqual([]));

async function open(page: Page, path: string, row: string): Promise<void> {
  await page.goto(services.url + path);
  await expect(page.getByTestId(row).first()).toBeVisible();
  await expect(page.getByTestId('connection')).toContainText('Live');
}

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

test('an address without a language leads to the one of the browser, with all that it says', async ({
  page,
}) => {
  await open(page, '/live?group=product&zone=UTC', 'session-row');
  expect(page.url()).toBe(`${services.url}/de/live?group=product&zone=UTC`);
  expect(await languageOf(page)).toBe('de');
  await expect(page).toHaveTitle('Offene Sitzungen · License Monitor');
  await page.getByTestId('session-row').first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/de\/users\/[^/]+\?zone=UTC$/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Zahlen', exact: true })).toBeVisible();
});

test('a language that is chosen shows the same view, and stays', async ({ page }) => {
  await open(page, '/history?from=now-7d', 'history-row');
  await page.getByTestId('settings').locator('summary').click();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`${services.url}/en/history?from=now-7d`);
  await expect(page.getByTestId('range')).toHaveValue('now-7d');
  expect(await languageOf(page)).toBe('en-GB');
  await page.reload();
  expect(await languageOf(page)).toBe('en-GB');
  await page.goto(`${services.url}/denials`);
  expect(page.url()).toBe(`${services.url}/en/denials`);
  // An address that names its language is right about it.
  await open(page, '/de/denials', 'denial-row');
  expect(await languageOf(page)).toBe('de');
});

test('numbers and dates are written as the language does', async ({ page }) => {
  await open(page, '/de/capacity', 'week-cell');
  const table = page.getByTestId('week-grid');
  await expect(table.getByRole('rowheader').first()).toHaveText('Mo');
  await open(page, '/de/health', 'file-row');
  await expect(page.getByTestId('server-lines')).toHaveText(/\d\.\d{3} Ereignisse/);
});

for (const { path, row } of SCREENS) {
  test(`${path} is German throughout, has no accessibility fault and fits every width`, async ({
    page,
  }) => {
    await open(page, `/en${path}`, row);
    const english = await readSpokenTexts(page);
    await open(page, `/de${path}`, row);
    expect(findUntranslated(await readSpokenTexts(page), english)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      await expect.poll(overflow, `horizontal scrolling at ${width} px`).toBeLessThanOrEqual(0);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
}

test('a page loads nothing but its own language', async ({ page }) => {
  for (const language of ['en', 'de']) {
    await open(page, `/${language}/`, 'product-row');
    const files = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => !name.includes('/api/')),
    );
    expect(files.every((name) => name.startsWith(`${services.url}/${language}/`))).toBe(true);
  }
});
