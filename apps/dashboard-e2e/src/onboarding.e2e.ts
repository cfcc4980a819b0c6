import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stampedLine, usageLine } from './log-lines';
import { Services } from './services';

let services: Services;

test.beforeEach(async () => {
  services = await Services.create();
});

test.afterEach(async () => expect(await services.close()).toEqual([]));

/** Waits until the steps before one are done, and that one is the next to do. */
async function expectNext(page: Page, kind: string, done: number): Promise<void> {
  const steps = page.getByTestId('onboarding-step');
  await expect(steps.and(page.locator('[data-mark=next]'))).toHaveAttribute('data-kind', kind);
  await expect(steps.and(page.locator('[data-mark=done]'))).toHaveCount(done);
}

test('a new site is led step by step to its first figures, without a reload', async ({ page }) => {
  services.startApi();
  await expect(async () => {
    await page.goto(services.url);
  }).toPass();
  await expectNext(page, 'monitor', 0);
  await expect(page.getByTestId('panel')).toBeHidden();
  await page.evaluate(() => document.body.setAttribute('data-marked', ''));

  services.startMonitor();
  await expectNext(page, 'directory', 1);
  const next = page.locator('[data-mark=next]');
  await expect(next).toContainText(`${services.logs} does not exist. Create it`);

  mkdirSync(services.logs);
  await expectNext(page, 'file', 2);
  await expect(next).toContainText(`No file in ${services.logs} matches LicenseServer*.log yet`);
  const banner = page.getByTestId('monitor-banner');
  await expect(banner).toContainText('set LOG_DIRECTORY and LOG_PATTERN_FILE. See its health');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({
        path: `test-results/onboarding-${colorScheme}-${width}.png`,
        fullPage: true,
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  }

  const log = join(services.logs, 'LicenseServer20260101000000.log');
  writeFileSync(log, stampedLine('I STARTSERVER Server version 6.424.0'));
  await expectNext(page, 'tracing', 3);
  await expect(next).toContainText('License usage tracing…');

  appendFileSync(log, usageLine('Detachment', { user: 'ann' }));
  await expectNext(page, 'grant', 4);

  appendFileSync(log, usageLine('Grant', { user: 'bob' }));
  await expect(page.getByTestId('product-row')).toHaveCount(1);
  await expect(page.getByTestId('onboarding-sentence')).toContainText('Everything is in place');
  await expect(page.locator('[data-mark=done]')).toHaveCount(5);
  await expect(page.locator('body[data-marked]')).toHaveCount(1);

  await page.reload();
  await expect(page.getByTestId('product-row')).toHaveCount(1);
  await expect(page.getByTestId('onboarding')).toHaveCount(0);
});
