import type { DeniedRequestsDto } from '@license-monitor/api-contract';
import { expect, test, type Page } from '@playwright/test';
import { download } from './downloads';
import { denialLine, usageLine } from './log-lines';
import { Services } from './services';

/*
 * Names come from other people's machines. Whatever they hold is text: it runs nothing, turns nothing
 * around, and pushes nothing off the page.
 */

const LONG = 'W'.repeat(80);
const USERS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "=cmd|' /C calc'",
  '\u202Eevil\u202C',
  LONG,
  '{{constructor}}',
];
const HOSTS = [
  '<b>bold</b>',
  `${LONG}.example`,
  '=HYPERLINK(1)',
  '\u05D0\u05D1\u05D2',
  'WS-5',
  'WS-6',
];
const PRODUCTS = ['<b>P</b>', LONG, '=1+1', 'MD2'];
const HOUR_MS = 3_600_000;

let services: Services;

test.beforeAll(async () => {
  services = await Services.create();
  const now = Date.now();
  const lines = USERS.flatMap((user, nth) => {
    const words = { user, host: HOSTS[nth] ?? '', product: PRODUCTS[nth % PRODUCTS.length] ?? '' };
    const first = now - 2 * HOUR_MS + nth * 60_000;
    const earlier = { ...words, at: first - HOUR_MS };
    return [
      { at: earlier.at, text: usageLine('Grant', earlier) },
      { at: first - 60_000, text: usageLine('Detachment', { ...words, at: first - 60_000 }) },
      { at: first, text: usageLine('Grant', { ...words, at: first }) },
      {
        at: first + HOUR_MS,
        text: denialLine('no more available license', { ...words, at: first + HOUR_MS }),
      },
    ];
  });
  services.writeLog(lines.sort((a, b) => a.at - b.at).map(({ text }) => text));
  await services.startAndRead(lines.length);
});

test.afterAll(async () => expect(await services.close()).toEqual([]));

/** As links write it: parentheses mean something to the router. */
const scriptUser = '/users/%3Cscript%3Ealert%281%29%3C%2Fscript%3E';
const SCREENS: readonly { readonly path: string; readonly shows: string }[] = [
  { path: '/', shows: LONG },
  { path: '/live', shows: LONG },
  { path: '/history', shows: LONG },
  { path: `/usage?product=${LONG}`, shows: LONG },
  { path: '/denials', shows: LONG },
  { path: '/denials/1', shows: USERS[0] ?? '' },
  { path: `/products/${LONG}`, shows: LONG },
  { path: `/users/${LONG}`, shows: LONG },
  { path: scriptUser, shows: USERS[0] ?? '' },
  { path: `/hosts/${LONG}.example`, shows: LONG },
  { path: `/capacity?product=${LONG}`, shows: LONG },
  { path: '/timeline', shows: LONG },
  { path: '/health', shows: 'LicenseServer' },
];

/** What a name has made that a name must not make. */
const made = (page: Page) => page.locator('main :is(script, b, img[src=x], [onerror])').count();

for (const { path, shows } of SCREENS) {
  for (const width of [1280, 320]) {
    test(`hostile names are only text on ${path.slice(0, 30)} at ${width} px`, async ({ page }) => {
      const faults: string[] = [];
      page.on('dialog', (dialog) => {
        faults.push(dialog.message());
        void dialog.dismiss();
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await page.setViewportSize({ width, height: 800 });
      const denial = path === '/denials/1' ? await firstDenial() : undefined;
      await page.goto(services.url + (denial ?? path));
      await expect(page.getByRole('main')).toContainText(shows);
      await expect(page.locator('[data-state=loading], [aria-busy=true]')).toHaveCount(0);
      expect(await made(page)).toBe(0);
      const tooWide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(tooWide).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
    });
  }
}

const toMark = (letter: string) => `‹U+${letter.charCodeAt(0).toString(16).toUpperCase()}›`;

/** The explanation of the denial of the first user. */
async function firstDenial(): Promise<string> {
  const page = await services.ask<DeniedRequestsDto>('denials?limit=100');
  const first = page?.items.find(({ user }) => user === USERS[0]);
  return `/denials/${first?.id ?? ''}`;
}

test('rows say names letter by letter, and files cannot be taken for formulas', async ({
  page,
}) => {
  await page.goto(`${services.url}/live`);
  const names = page.getByTestId('session-row').locator('th');
  await expect(names).toHaveCount(USERS.length);
  const shown = (await names.allTextContents()).map((name) => name.trim());
  // What turns the direction of writing is shown as what it is, not obeyed.
  const visible = USERS.map((user) => user.replaceAll(/[\u202A-\u202E]/g, toMark));
  expect(shown.sort()).toEqual(visible.sort());
  const cells = (await download(page)).flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells).toEqual(expect.arrayContaining([`'${USERS[2] ?? ''}`, `'=1+1`]));
});
