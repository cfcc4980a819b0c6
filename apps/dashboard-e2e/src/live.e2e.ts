import { expect, test, type Page } from '@playwright/test';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usageLine } from './log-lines';
import { Services } from './services';

let services: Services;

test.beforeEach(async () => {
  services = await Services.create();
});

test.afterEach(async () => expect(await services.close()).toEqual([]));

const log = () => join(services.logs, 'LicenseServer20260101000000.log');

/** Opens a page once the API answers. */
async function open(page: Page, path: string): Promise<void> {
  await expect(async () => {
    await page.goto(services.url + path);
  }).toPass();
}

/** Marks the page, so that a reload in between would be noticed. */
const markPage = (page: Page) => page.evaluate(() => document.body.setAttribute('data-marked', ''));
const expectNoReload = (page: Page) => expect(page.locator('body[data-marked]')).toHaveCount(1);

test('a session appears on its grant, vanishes on its detachment, and stands in the history', async ({
  page,
}) => {
  mkdirSync(services.logs);
  writeFileSync(log(), usageLine('Grant', { user: 'bob', at: Date.now() - 60_000 }));
  services.startMonitor();
  services.startApi();
  await open(page, '/live');
  const rows = page.getByTestId('session-row');
  await expect(rows).toHaveCount(1);
  await markPage(page);

  appendFileSync(log(), usageLine('Grant', { user: 'chloé' }));
  await expect(rows.filter({ hasText: 'chloé' })).toHaveCount(1);
  await expect(rows).toHaveCount(2);

  appendFileSync(log(), usageLine('Detachment', { user: 'chloé' }));
  await expect(rows.filter({ hasText: 'chloé' })).toHaveCount(0);
  await expect(rows).toHaveCount(1);
  await expectNoReload(page);

  await page.getByRole('link', { name: 'History' }).click();
  const ended = page.getByTestId('history-row').filter({ hasText: 'chloé' });
  await expect(ended).toHaveCount(1);
  await expect(ended).toContainText('detachment');
});

test('the history grows at its top while it is looked at', async ({ page }) => {
  mkdirSync(services.logs);
  writeFileSync(log(), usageLine('Grant', { user: 'ann' }));
  services.startMonitor();
  services.startApi();
  await open(page, '/history');
  await markPage(page);
  appendFileSync(log(), usageLine('Detachment', { user: 'ann' }));
  await expect(page.getByTestId('history-row').filter({ hasText: 'ann' })).toHaveCount(1);
  await expectNoReload(page);
});

test('a missing log directory is said on the screen with its mend, and it goes on by itself', async ({
  page,
}) => {
  services.startMonitor();
  services.startApi();
  await open(page, '/');
  const banner = page.getByTestId('monitor-banner');
  await expect(banner).toContainText('does not exist. Create it, or set LOG_DIRECTORY');
  mkdirSync(services.logs);
  await expect(banner).toContainText('matches LicenseServer*.log yet');
  writeFileSync(log(), usageLine('Grant', { user: 'ann' }));
  await expect(banner).toHaveCount(0);
  await expect(page.getByTestId('product-row').filter({ hasText: 'MD2' })).toHaveCount(1);
});

test('a monitor that is stopped is said on the screen, and a new one takes over', async ({
  page,
}) => {
  mkdirSync(services.logs);
  writeFileSync(log(), usageLine('Grant', { user: 'ann' }));
  services.startMonitor();
  services.startApi();
  await open(page, '/live');
  await expect(page.getByTestId('session-row')).toHaveCount(1);
  await services.stop('monitor');
  await expect(page.getByTestId('monitor-banner')).toContainText('The monitor is not running');
  appendFileSync(log(), usageLine('Grant', { user: 'bob' }));
  services.startMonitor();
  await expect(page.getByTestId('session-row')).toHaveCount(2);
  await expect(page.getByTestId('monitor-banner')).toHaveCount(0);
});

test('a page that loses the API says so, and catches up by itself when it is back', async ({
  page,
}) => {
  mkdirSync(services.logs);
  writeFileSync(log(), usageLine('Grant', { user: 'ann' }));
  services.startMonitor();
  services.startApi();
  await open(page, '/live');
  await expect(page.getByTestId('session-row')).toHaveCount(1);
  await markPage(page);
  await services.stop('api');
  await expect(page.getByTestId('connection')).toContainText(/Reconnecting|Stale/);
  appendFileSync(
    log(),
    usageLine('Grant', { user: 'bob' }) + usageLine('Detachment', { user: 'ann' }),
  );
  services.startApi();
  await expect(page.getByTestId('session-row').filter({ hasText: 'bob' })).toHaveCount(1);
  await expect(page.getByTestId('session-row')).toHaveCount(1);
  await expect(page.getByTestId('connection')).toContainText('Live');
  await expectNoReload(page);
});

test('hostile names are shown and never run', async ({ page }) => {
  const hostile = '<img src=x onerror=alert(1)>\u202Etxt';
  mkdirSync(services.logs);
  writeFileSync(log(), usageLine('Grant', { user: hostile }));
  services.startMonitor();
  services.startApi();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await open(page, '/live');
  await expect(page.getByTestId('session-row')).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.getByTestId('session-row').locator('img')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});
