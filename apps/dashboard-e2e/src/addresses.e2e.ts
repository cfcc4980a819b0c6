import { expect, test, type Page } from '@playwright/test';
import { startKnownSite } from './known-site';
import { Services } from './services';

let services: Services;

test.beforeAll(async () => {
  services = await Services.create();
  await startKnownSite(services);
});

test.afterAll(async () => expect(await services.close()).toEqual([]));

/** A screen, and what somebody does on it before the address is passed on. */
const SCREENS: readonly {
  readonly path: string;
  readonly act: (page: Page) => Promise<unknown>;
}[] = [
  { path: '/', act: (page) => page.keyboard.press('Tab') },
  {
    path: '/live',
    act: async (page) => {
      await page.getByTestId('group').selectOption('user');
      await page.getByRole('columnheader', { name: 'Host' }).getByRole('button').click();
      await page.getByTestId('filter-text').fill('bob');
      await expect(page).toHaveURL(/q=bob/);
    },
  },
  {
    path: '/history',
    act: (page) => page.getByTestId('range').selectOption({ index: 2 }),
  },
  {
    path: '/usage?product=MD2',
    act: (page) => page.keyboard.press('['),
  },
  {
    path: '/denials',
    act: (page) => page.getByTestId('cause-capacity').click(),
  },
  {
    path: '/capacity?product=MD2',
    act: async (page) => {
      await page.getByTestId('measure').selectOption('average');
      await page.getByTestId('what-if-number').fill('2');
      await expect(page).toHaveURL(/seats=2/);
    },
  },
  { path: '/timeline', act: (page) => page.keyboard.press('-') },
  { path: '/health', act: (page) => page.getByTestId('range').selectOption({ index: 1 }) },
  {
    // Of somebody who holds nothing, in a range that is over: the screen does not grow by itself.
    path: '/users/carl?from=2020-01-01T00:00Z&to=2020-02-01T00:00Z',
    act: (page) => page.keyboard.press(']'),
  },
];

/** What the screen says once nothing is on its way any more; the clock on it goes on. */
async function readScreen(page: Page): Promise<string> {
  await expect(page.locator('[data-state=loading], [aria-busy=true]')).toHaveCount(0);
  const text = await page.getByRole('main').innerText();
  return text.replaceAll(/\s+/g, ' ').replaceAll(/as of \S+(?: \S+)?/g, '');
}

for (const { path, act } of SCREENS) {
  test(`an address copied on ${path} shows a colleague the same`, async ({ page, browser }) => {
    const fresh = await browser.newContext();
    const colleague = await fresh.newPage();
    // Begun anew where a minute passes between the two: a range that ends now is another one then.
    await expect(async () => {
      await page.goto(services.url + path);
      await expect(page.getByTestId('panel').first()).toBeVisible();
      await readScreen(page);
      await act(page);
      await colleague.goto(page.url());
      await expect(colleague.getByTestId('panel').first()).toBeVisible();
      expect(await readScreen(colleague)).toBe(await readScreen(page));
    }).toPass({ timeout: 60_000 });
    await fresh.close();
  });
}
