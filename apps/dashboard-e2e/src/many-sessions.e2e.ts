import { expect, test, type Page } from '@playwright/test';
import { usageLine } from './log-lines';
import { Services } from './services';

const SESSIONS = 5_000;
/** Of the newest session, which is the first row. */
const LONG_HOST = 'W'.repeat(80);

let services: Services;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  services = await Services.create();
  const now = Date.now();
  const lines = Array.from({ length: SESSIONS }, (_, nth) =>
    usageLine('Grant', {
      user: nameOf(nth),
      at: now - (SESSIONS - nth) * 1_000,
      ...(nth === SESSIONS - 1 && { host: LONG_HOST }),
    }),
  );
  services.writeLog(lines);
  await services.startAndRead(SESSIONS);
});

test.afterAll(async () => expect(await services.close()).toEqual([]));

const nameOf = (nth: number) => `user${String(nth).padStart(4, '0')}`;

/** Scrolls from the top to the end window by window, and lists all rows that come by. */
function scrollThrough(
  page: Page,
): Promise<{ positions: number[]; names: string[]; most: number }> {
  return page.evaluate(async () => {
    const seen = new Map<number, string>();
    let most = 0;
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
    for (let at = 0; ; at += window.innerHeight) {
      window.scrollTo(0, at);
      await drawn();
      await drawn();
      const rows = document.querySelectorAll<HTMLElement>('[data-testid=session-row]');
      most = Math.max(most, rows.length);
      for (const row of Array.from(rows)) {
        const name = row.querySelector('th')?.textContent ?? '';
        seen.set(Number(row.getAttribute('aria-rowindex')), name.trim());
      }
      if (at >= document.documentElement.scrollHeight) break;
    }
    const positions = [...seen.keys()].sort((a, b) => a - b);
    return { positions, names: positions.map((at) => seen.get(at) ?? ''), most };
  });
}

test('a long list fits a narrow screen, whatever its names are', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${services.url}/live`);
  await expect(page.getByTestId('session-row').first()).toContainText(LONG_HOST);
  const beyond = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  expect(await beyond()).toBe(0);
});

test('five thousand sessions are counted right, and each comes by when scrolling', async ({
  page,
}) => {
  // A screen on its edge: fewer steps.
  await page.setViewportSize({ width: 1280, height: 3_000 });
  await page.goto(`${services.url}/live?sort=user`);
  const totals = page.getByTestId('totals');
  await expect(totals).toHaveText('5,000 sessions, 5,000 users, 1 product');
  await expect(page.getByTestId('session-table')).toHaveAttribute('aria-rowcount', '5001');
  const { positions, names, most } = await scrollThrough(page);
  // The head of the table is its first row.
  expect(positions).toEqual(Array.from({ length: SESSIONS }, (_, nth) => nth + 2));
  expect(names).toEqual(Array.from({ length: SESSIONS }, (_, nth) => nameOf(nth)));
  expect(most).toBeLessThan(150);

  services.appendToLog([
    usageLine('Detachment', { user: nameOf(7) }),
    usageLine('Grant', { user: 'later' }),
    usageLine('Grant', { user: 'latest' }),
  ]);
  await expect(totals).toHaveText('5,001 sessions, 5,001 users, 1 product');
  await page.getByTestId('filter-text').fill('late');
  await expect(totals).toHaveText('2 of 5,001 sessions, 2 users, 1 product');
});
