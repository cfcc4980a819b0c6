import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usageLine } from './log-lines';
import { Services } from './services';

let services: Services;

test.beforeEach(async () => {
  services = await Services.create();
  mkdirSync(services.logs);
  writeFileSync(
    join(services.logs, 'LicenseServer20260101000000.log'),
    usageLine('Grant', { user: '=ann' }),
  );
  services.startMonitor();
  services.startApi();
});

test.afterEach(async () => expect(await services.close()).toEqual([]));

test('rows are copied by the keyboard alone, also where the page was not opened by https', async ({
  page,
}) => {
  // Such a page has no clipboard; this one has, as it comes from the machine itself.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.addEventListener('copy', () => {
      const field = document.activeElement as HTMLTextAreaElement;
      document.body.dataset['copied'] = field.value;
    });
  });
  await expect(async () => {
    await page.goto(`${services.url}/live`);
  }).toPass();
  await expect(page.getByTestId('session-row')).toHaveCount(1);
  const menu = page.getByTestId('copy-as');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `test-results/copy-as-${colorScheme}-${width}.png` });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('copy-csv')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('announcer')).toHaveText('CSV copied, 1 row');
  await expect(page.locator('body')).toHaveAttribute('data-copied', /"'=ann"/);
  await expect(menu.locator('summary')).toBeFocused();
});

test('what cannot be copied is shown, selected, to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await expect(async () => {
    await page.goto(`${services.url}/live`);
  }).toPass();
  await page.getByTestId('copy-as').locator('summary').click();
  await page.getByTestId('copy-link').click();
  const field = page.getByTestId('copy-by-hand').locator('textarea');
  await expect(field).toHaveValue(`${services.url}/live`);
  await expect(field).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('copy-by-hand')).toHaveCount(0);
});
