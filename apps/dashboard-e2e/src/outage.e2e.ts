import { expect, test } from '@playwright/test';
import { usageLine } from './log-lines';
import { Services } from './services';

let services: Services;

test.beforeEach(async () => {
  services = await Services.create();
});

test.afterEach(async () => expect(await services.close()).toEqual([]));

test('forty seconds without the API: stale figures are marked, and then caught up with exactly', async ({
  page,
}) => {
  const lines = ['ann', 'bob', 'carl'].map((user) => usageLine('Grant', { user }));
  services.writeLog(lines);
  await services.startAndRead(lines.length);
  await page.clock.install();
  await page.goto(`${services.url}/live`);
  const rows = page.getByTestId('session-row');
  await expect(rows).toHaveCount(3);
  await expect(page.getByTestId('connection')).toContainText('Live');

  await services.stop('api');
  await expect(page.getByTestId('connection')).toContainText('Reconnecting');
  await page.clock.fastForward(40_000);
  await expect(page.getByTestId('connection')).toContainText('Stale');
  await expect(page.getByTestId('panel-stale')).toContainText(/Last update/);
  await expect(rows).toHaveCount(3);

  services.appendToLog([
    usageLine('Detachment', { user: 'ann' }),
    ...['dan', 'eve', 'fay'].map((user) => usageLine('Grant', { user })),
    usageLine('Detachment', { user: 'eve' }),
  ]);
  services.startApi();
  await expect(page.getByTestId('panel-stale')).toHaveCount(0);
  await expect(page.getByTestId('connection')).toContainText('Live');
  await expect(page.getByTestId('totals')).toHaveText('4 sessions, 4 users, 1 product');
  const names = (await rows.locator('th').allTextContents()).map((name) => name.trim());
  expect(names.sort()).toEqual(['bob', 'carl', 'dan', 'fay']);

  await page.getByRole('link', { name: 'History' }).click();
  const ended = page.getByTestId('history-row');
  await expect(ended).toHaveCount(2);
  await expect(ended.filter({ hasText: 'ann' })).toHaveCount(1);
  await expect(ended.filter({ hasText: 'eve' })).toHaveCount(1);
});
