import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { download } from './downloads';
import { Services } from './services';

/** `UPDATE_SCREENSHOTS=1` makes the pictures of the README anew. */
const images = join(__dirname, '../../../docs/images');
const isUpdating = process.env['UPDATE_SCREENSHOTS'] === '1';

const SCREENS = [
  { name: 'overview', path: '/', row: 'product-row' },
  { name: 'live', path: '/live', row: 'session-row' },
  { name: 'history', path: '/history', row: 'history-row' },
  { name: 'usage', path: '/usage', row: 'figures' },
  { name: 'denials', path: '/denials', row: 'denial-row' },
  { name: 'capacity', path: '/capacity', row: 'week-cell' },
  { name: 'health', path: '/health', row: 'server-card' },
  { name: 'definitions', path: '/definitions', row: 'definitions' },
  { name: 'timeline', path: '/timeline', row: 'bar' },
  { name: 'product', path: '/products/MD2', row: 'part-row' },
  { name: 'past', path: `/live?at=${lastWednesday()}`, row: 'ended' },
] as const;
/** A working day that the demo has behind it: Wednesday at noon. */
function lastWednesday(): string {
  const day = new Date();
  day.setUTCHours(11, 0, 0, 0);
  do day.setUTCDate(day.getUTCDate() - 1);
  while (day.getUTCDay() !== 3);
  return day.toISOString();
}

const WIDTHS = [2560, 1280, 320] as const;
/** A wide screen has the elements of a usual one; looking through them takes its time. */
const WIDEST_ANALYSED = 1280;

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

async function open(
  page: Page,
  { path, row }: { readonly name: string; readonly path: string; readonly row: string },
): Promise<void> {
  await page.goto(services.url + path);
  await expect(page.getByTestId(row).first()).toBeVisible();
  await expect(page.getByTestId('connection')).toContainText('Live');
}

test('sessions move on the screen without a reload', async ({ page }) => {
  // The demo is as slow as life: minutes may pass between two sessions, at night above all.
  test.setTimeout(300_000);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await open(page, SCREENS[1]);
  await page.evaluate(() => document.body.setAttribute('data-marked', ''));
  const shown = () => page.getByTestId('totals').first().textContent();
  const before = await shown();
  await expect.poll(shown, { timeout: 280_000 }).not.toBe(before);
  await expect(page.locator('body[data-marked]')).toHaveCount(1);
  expect(errors).toEqual([]);
});

for (const screen of SCREENS) {
  test(`${screen.name} says that its data is simulated`, async ({ page }) => {
    await open(page, screen);
    await expect(page.getByTestId('demo-banner')).toContainText('Demo data');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${screen.name} has no accessibility fault in ${colorScheme}, and fits every width`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page, screen);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        // A plot takes its new size a moment later.
        const overflow = () =>
          page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
        await expect.poll(overflow, `horizontal scrolling at ${width} px`).toBeLessThanOrEqual(0);
        await page.screenshot({ path: `test-results/${screen.name}-${colorScheme}-${width}.png` });
        if (width > WIDEST_ANALYSED) continue;
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      }
    });
  }
}

test('a refusal is explained: who held the pool then, and what came next', async ({ page }) => {
  await page.goto(`${services.url}/denials?cause=capacity`);
  await page.getByTestId('denial-row').first().getByRole('link').first().click();
  await expect(page.getByTestId('answer')).toContainText(/in use|owned|seats/);
  await expect(page.getByTestId('holder-row').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('who held what at an instant of the past is one step away, and now is one step back', async ({
  page,
}) => {
  await open(page, SCREENS[1]);
  await page.getByTestId('step').selectOption('24 hours');
  await page.getByTestId('earlier').click();
  await expect(page.getByTestId('past-banner')).toContainText('As of');
  await expect(page.getByTestId('ended').first()).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('ended').first()).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByTestId('past-banner')).toHaveCount(0);
  await expect(page.getByTestId('session-row').first()).toBeVisible();
});

test('the first cell of a table leads to the page about its user, and that one to the rows', async ({
  page,
}) => {
  await open(page, SCREENS[2]);
  const link = page.getByTestId('history-row').first().getByRole('link').first();
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByTestId('answer')).toContainText('first seen');
  await expect(page.getByTestId('part-row').first()).toBeVisible();
  await page.getByTestId('rows').click();
  await expect(page.getByTestId('filter-chip')).toContainText(name);
  await expect(page.getByTestId('history-row').first()).toContainText(name);
});

test('one box finds a product, a user or a host, by the keyboard alone', async ({ page }) => {
  await open(page, SCREENS[0]);
  await page.keyboard.press('f');
  const field = page.getByTestId('find-field');
  await expect(field).toBeFocused();
  await page.keyboard.type('mechanical design');
  await expect(page.getByTestId('find-option').first()).toContainText('MD2');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('MD2');
  await page.keyboard.press('f');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('find-dialog')).toHaveCount(0);
});

test('the timeline is walked bar by bar, and Enter opens the rows of one', async ({ page }) => {
  await open(page, { name: 'timeline', path: '/timeline?from=now-2d', row: 'bar' });
  await page.getByTestId('lanes-plot').focus();
  const status = page.getByTestId('bar-status');
  await expect(status).not.toBeEmpty();
  const first = (await status.textContent()) ?? '';
  await page.keyboard.press('ArrowDown');
  await expect(status).not.toHaveText(first);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/(history|live)\?product=/);
  await expect(
    page.getByTestId('history-row').or(page.getByTestId('session-row')).first(),
  ).toBeVisible();
});

test('names are masked for a screenshot, and rows are made higher, in this browser', async ({
  page,
}) => {
  await open(page, SCREENS[2]);
  const first = page.getByTestId('history-row').first();
  const name = ((await first.getByRole('link').first().textContent()) ?? '').trim();
  await page.getByTestId('settings').locator('summary').click();
  await page.getByTestId('mask-names').check();
  await page.getByTestId('density').selectOption('comfortable');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(first).toContainText(/user \d+/);
  await expect(page.getByRole('main')).not.toContainText(name);
  await expect.poll(async () => (await first.boundingBox())?.height).toBeGreaterThan(36);
});

test('what if there were fewer licences is answered from the real demand', async ({ page }) => {
  await open(page, { name: 'capacity', path: '/capacity', row: 'week-cell' });
  await page.getByTestId('what-if-number').fill('0');
  await expect(page.getByTestId('what-if-sentence')).toContainText(/100 %/);
});

test('what the figures mean is one link away from every screen', async ({ page }) => {
  for (const screen of SCREENS) {
    await open(page, screen);
    await page.getByRole('link', { name: 'What the figures mean' }).click();
    await expect(page.getByTestId('definitions')).toContainText('load duration');
  }
});

test('a file of the history has all rows, not only those that are loaded', async ({ page }) => {
  await open(page, { name: 'history', path: '/history', row: 'history-row' });
  await expect(page.getByTestId('totals')).toContainText('there are more');
  const page1 = await page.getByTestId('history-row').count();
  const rows = await download(page);
  expect(rows.length).toBeGreaterThan(page1);
  expect(rows[0]).toMatchObject({ server: 'demo-dsls' });
});

test('the pictures of the README', async ({ page }) => {
  test.skip(!isUpdating, 'only with UPDATE_SCREENSHOTS=1');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 620 });
  await open(page, SCREENS[0]);
  await page.screenshot({ path: join(images, 'overview.png') });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 760 });
  await open(page, SCREENS[3]);
  await page.screenshot({ path: join(images, 'usage-dark.png') });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 1280 });
  await open(page, SCREENS[5]);
  await expect(page.locator('[data-state=loading]')).toHaveCount(0);
  await page.screenshot({ path: join(images, 'capacity.png') });
});
