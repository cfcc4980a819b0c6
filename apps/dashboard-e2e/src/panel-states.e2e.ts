import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { startKnownSite } from './known-site';
import { Services } from './services';

/*
 * Every state a panel can be in, in both colours and three widths. The pictures stay in test-results for
 * whoever wants to look at them.
 */

interface State {
  readonly name: string;
  readonly path: string;
  /** What makes it so, before the screen is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Where it can be seen, and what it says. */
  readonly seen: (page: Page) => Promise<void>;
}

const SESSIONS = '**/api/v1/sessions?*';

let services: Services;
let empty: Services;

test.beforeAll(async () => {
  services = await Services.create();
  await startKnownSite(services);
  empty = await Services.create();
  empty.writeLog([]);
  await empty.startAndRead(0);
});

test.afterAll(async () => {
  for (const one of [services, empty]) expect(await one.close()).toEqual([]);
});

const says = (testId: string, words: RegExp) => (page: Page) =>
  expect(page.getByTestId(testId).first()).toContainText(words);

/** Answers the first time and keeps every later one waiting. */
async function hangAfterFirst(page: Page): Promise<void> {
  let answers = 0;
  await page.route(SESSIONS, (route) => {
    answers += 1;
    return answers === 1 ? route.continue() : undefined;
  });
}

const problem = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'The database is busy.',
    status: 503,
    code: 'LM_DB_LOCKED',
    detail: 'The history is locked by another program.',
  }),
};

const STATES: readonly State[] = [
  {
    name: 'first load',
    path: '/live',
    before: (page) => page.route(SESSIONS, () => undefined),
    seen: (page) => expect(page.getByTestId('panel-loading')).toBeVisible(),
  },
  {
    name: 'refresh',
    path: '/history',
    before: hangAfterFirst,
    seen: async (page) => {
      await expect(page.getByTestId('history-row').first()).toBeVisible();
      await page.getByTestId('range').selectOption({ index: 1 });
      await expect(page.locator('[data-testid=panel][aria-busy=true]')).toBeVisible();
    },
  },
  {
    name: 'empty by filter',
    path: '/live?q=nobody',
    seen: says('panel-empty-by-filter', /No open sessions match/),
  },
  {
    name: 'empty by nature',
    path: '/live',
    seen: says('panel-empty', /No events yet/),
  },
  { name: 'no entitlement', path: '/usage?product=KIN', seen: says('owned', /not known/) },
  {
    name: 'partial',
    path: '/usage?product=MD2&from=now-30d',
    seen: says('unobserved', /before the first line/),
  },
  {
    name: 'not measured',
    path: '/usage?product=MD2&from=2020-01-01T00:00Z&to=2020-01-08T00:00Z',
    seen: says('answer', /nothing was observed/),
  },
  {
    name: 'error',
    path: '/live',
    before: (page) => page.route(SESSIONS, (route) => route.fulfill(problem)),
    seen: says('panel-error', /LM_DB_LOCKED/),
  },
  {
    name: 'stale',
    path: '/live',
    before: (page) => page.clock.install(),
    seen: async (page) => {
      await expect(page.getByTestId('session-row').first()).toBeVisible();
      await expect(page.getByTestId('connection')).toContainText('Live');
      await page.context().setOffline(true);
      await page.clock.fastForward(20_000);
      await expect(page.getByTestId('panel-stale')).toBeVisible();
    },
  },
];

for (const { name, path, before, seen } of STATES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`a panel says "${name}" in ${colorScheme}, on every width`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await before?.(page);
      const { url } = name === 'empty by nature' ? empty : services;
      await page.goto(url + path);
      await seen(page);
      for (const width of [2560, 1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = () =>
          page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
        await expect.poll(overflow).toBeLessThanOrEqual(0);
        const picture = `panel-${name.replaceAll(' ', '-')}-${colorScheme}-${width}.png`;
        await page.screenshot({ path: `test-results/${picture}` });
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    });
  }
}
