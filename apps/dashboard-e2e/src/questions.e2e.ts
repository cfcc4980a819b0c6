import { expect, test, type Page } from '@playwright/test';
import { startKnownSite } from './known-site';
import { Services } from './services';

/*
 * What people come for, answered without a mouse: each test presses keys only, and finds the answer in the
 * first sentence of a screen or in the row that has the focus.
 */

let services: Services;

test.beforeAll(async () => {
  services = await Services.create();
  await startKnownSite(services);
});

test.afterAll(async () => expect(await services.close()).toEqual([]));

test.beforeEach(async ({ page }) => {
  await page.goto(services.url);
  await expect(page.getByTestId('product-row').first()).toBeVisible();
});

/** The more often a screen is in the way, the more keys it takes. */
const MOST_STEPS = 60;

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses Tab until something has the focus whose words, or whose row's words, are right. */
async function walkTo(page: Page, words: RegExp): Promise<string> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    const text = await focusedText(page);
    if (words.test(text)) return text;
  }
  throw new Error(`no ${words} in ${MOST_STEPS} steps`);
}

/** The words of the row that has the focus, else of the control. */
const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const row = focused?.closest('tr');
    const parts = row ? Array.from(row.cells) : [focused];
    const words = parts.map((part) => part?.textContent ?? '').join(' ');
    return words.replaceAll(/\s+/g, ' ').trim();
  });

const answer = (page: Page) => page.getByTestId('answer');

test('who holds it, since when, whom do I call?', async ({ page }) => {
  await press(page, 'g', 'l', '/');
  await page.keyboard.type('md2');
  await expect(page.getByTestId('totals')).toHaveText('3 sessions, 2 users, 1 product');
  const row = await walkTo(page, /^ann .*MD2/);
  expect(row).toMatch(/WS-1 .*1 d 6 h/);
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ann');
  await expect(answer(page)).toContainText('ann holds 1 session now');
});

test('are we short now?', async ({ page }) => {
  await press(page, 'g', 'l', 'g', 'o');
  await expect(answer(page)).toContainText('1 product is full: MD2');
  await expect(answer(page)).toContainText('1 capacity denial');
});

test('is the monitor healthy, can I trust the figures?', async ({ page }) => {
  await press(page, 'g', 'm');
  await expect(answer(page)).toContainText('The monitor is up to date');
  await expect(answer(page)).toContainText('All 9 lines were understood.');
});

test('who keeps seats over night, or on two hosts?', async ({ page }) => {
  await press(page, 'g', 't');
  await expect(answer(page)).toContainText(/[1-3] crossed midnight; 1 user held a product/);
  await press(page, 'g', 'l');
  await walkTo(page, /^Long hold$/);
  await press(page, 'Enter');
  await expect(page.getByTestId('totals')).toHaveText('1 of 3 sessions, 1 user, 1 product');
  expect(await walkTo(page, /^ann /)).toContain('long hold');
  await press(page, 'g', 'o', 'g', 'l');
  await walkTo(page, /^Several hosts$/);
  await press(page, 'Enter');
  await expect(page.getByTestId('totals')).toHaveText('2 of 3 sessions, 1 user, 1 product');
  expect(await walkTo(page, /^bob /)).toContain('several hosts');
});

test('was the denial for want of seats, or by a rule?', async ({ page }) => {
  await press(page, 'g', 'd');
  await expect(answer(page)).toContainText('1 for want of seats (MD2');
  await expect(answer(page)).toContainText(/1 by .*rule.*\(KIN/);
  expect(await walkTo(page, /chloe/)).toMatch(/MD2 .*chloe/);
  await press(page, 'Enter');
  await expect(answer(page)).toContainText('3');
  await expect(page.getByTestId('holder-row')).toHaveCount(3);
});

test('how many seats would have been enough, and for what share of the time?', async ({ page }) => {
  await press(page, 'g', 'c');
  await expect(answer(page)).toContainText('MD2: 3 licences were enough for 99 %');
  await expect(answer(page)).toContainText('3 are owned');
});

test('when in the week is it tight?', async ({ page }) => {
  await press(page, 'g', 'c');
  await expect(answer(page)).toContainText(/Tightest: .*, peak 3/);
});

test('is the peak growing?', async ({ page }) => {
  await press(page, 'g', 'u');
  await expect(answer(page)).toContainText(/MD2 peaked at 3 of 3 licences/);
  await expect(answer(page)).toContainText(/Against the 7 days before/);
});

test('which products are idle?', async ({ page }) => {
  await expect(answer(page)).toContainText('1 of 2 products in use');
  expect(await walkTo(page, /^KIN/)).toContain('0');
});

test('one page with the answer, to print', async ({ page }) => {
  for (const [key, words] of [
    ['u', /MD2 peaked at 3/],
    ['c', /MD2: 3 licences/],
  ] as const) {
    await press(page, 'g', key);
    await expect(answer(page)).toContainText(words);
    await page.emulateMedia({ media: 'print' });
    await expect(answer(page)).toBeVisible();
    await expect(page.getByRole('navigation')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
  }
});
