import type { SessionPageDto } from '@license-monitor/api-contract';
import { expect, test } from '@playwright/test';
import { download } from './downloads';
import { serverLine, usageLine } from './log-lines';
import { Services } from './services';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const isoOf = (at: number) => new Date(at).toISOString();

/** Weekends of 2025: the night has an hour less in spring and one more in autumn. */
const SITES = [
  {
    zone: 'Europe/Berlin',
    // Midnight in winter is 23:00 UTC, in summer 22:00.
    spring: Date.UTC(2025, 2, 29, 23),
    autumn: Date.UTC(2025, 9, 25, 22),
    months: ['Mar', 'Oct'],
    days: [30, 26],
  },
  {
    zone: 'America/New_York',
    spring: Date.UTC(2025, 2, 9, 5),
    autumn: Date.UTC(2025, 10, 2, 4),
    months: ['Mar', 'Nov'],
    days: [9, 2],
  },
] as const;

for (const { zone, spring, autumn, months, days } of SITES) {
  test.describe(`the weekends in ${zone} at which the clock changes`, () => {
    let services: Services;

    test.beforeAll(async () => {
      services = await Services.create();
      // From half past midnight to half past six by the clock on the wall.
      const nights = [
        { user: 'spring', from: spring + HOUR_MS / 2, to: spring + 5.5 * HOUR_MS },
        { user: 'autumn', from: autumn + HOUR_MS / 2, to: autumn + 7.5 * HOUR_MS },
      ];
      const lines = nights.flatMap(({ user, from, to }) => [
        serverLine('start', { at: from - DAY_MS, zone }),
        usageLine('Grant', { user, at: from, zone }),
        usageLine('Detachment', { user, at: to, zone }),
        serverLine('stop', { at: to + DAY_MS, zone }),
      ]);
      services.writeLog(lines);
      await services.startAndRead(4, { LOG_TIME_ZONE: zone });
    });

    test.afterAll(async () => expect(await services.close()).toEqual([]));

    const weekOf = (midnight: number) =>
      `from=${isoOf(midnight - DAY_MS)}&to=${isoOf(midnight + DAY_MS)}&zone=${zone}`;

    for (const [nth, season, midnight, length] of [
      [0, 'spring', spring, 5],
      [1, 'autumn', autumn, 7],
    ] as const) {
      test(`${season}: six hours by the clock on the wall were ${length}`, async ({ page }) => {
        await page.goto(`${services.url}/history?${weekOf(midnight)}`);
        const row = page.getByTestId('history-row');
        await expect(row).toHaveCount(1);
        await expect(row).toContainText(season);
        await expect(row).toContainText(`${length} h 00 min`);
        const text = (await row.textContent()) ?? '';
        expect(text).toContain('00:30');
        expect(text).toContain('06:30');
        expect(text).toContain(`${days[nth]} ${months[nth]}`);
        const query = `sessions?status=closed&from=${midnight - DAY_MS}&to=${midnight + DAY_MS}`;
        const answer = await services.ask<SessionPageDto>(query);
        expect(
          answer?.items.map(({ startedAt, endedAt }) => (endedAt ?? 0) - (startedAt ?? 0)),
        ).toEqual([length * HOUR_MS]);
      });
    }

    test('an hour that the night had not is no hour of the week', async ({ page }) => {
      const sundays = 6 * 24;
      await page.goto(`${services.url}/capacity?product=MD2&${weekOf(spring)}`);
      const cells = page.getByTestId('week-cell');
      await expect(cells.nth(sundays + 1)).toHaveText('1');
      await expect(cells.nth(sundays + 2)).toHaveText('not observed');
      await expect(cells.nth(sundays + 3)).toHaveText('1');
      await page.goto(`${services.url}/capacity?product=MD2&${weekOf(autumn)}`);
      await expect(cells.nth(sundays + 2)).toHaveText('1');
    });
  });
}

test.describe('a month of which a week is missing', () => {
  let services: Services;
  const from = Date.UTC(2025, 5, 1);
  const day = (nth: number) => from + nth * DAY_MS;

  test.beforeAll(async () => {
    services = await Services.create();
    const zone = 'UTC';
    services.writeLog([
      serverLine('start', { at: day(0), zone }),
      usageLine('Grant', { user: 'ann', at: day(1), zone }),
      usageLine('Detachment', { user: 'ann', at: day(2), zone }),
      serverLine('stop', { at: day(10), zone }),
      serverLine('start', { at: day(17), zone }),
      usageLine('Grant', { user: 'bob', at: day(20), zone }),
      usageLine('Detachment', { user: 'bob', at: day(21), zone }),
      serverLine('stop', { at: day(30), zone }),
    ]);
    await services.startAndRead(4, { LOG_TIME_ZONE: zone });
  });

  test.afterAll(async () => expect(await services.close()).toEqual([]));

  test('says how much was observed, and draws no zero where nothing was', async ({ page }) => {
    const range = `from=${isoOf(from)}&to=${isoOf(day(30))}&zone=UTC`;
    await page.goto(`${services.url}/usage?product=MD2&${range}`);
    await expect(page.getByTestId('answer')).toContainText('23 d');
    await expect(page.getByTestId('unobserved')).toContainText('the licence server was down');
    await page.getByTestId('as-table').click();
    await expect(page.getByTestId('series-row').first()).toBeVisible();
    const rows = await download(page);
    // The last of these equal times, each less than two hours, ends when the server is up again.
    const end = isoOf(day(17) - 2 * HOUR_MS);
    const missing = rows.filter(({ at = '' }) => at >= isoOf(day(10)) && at < end);
    expect(missing.length).toBeGreaterThan(20);
    expect(new Set(missing.map(({ max, coverage }) => `${max}/${coverage}`))).toEqual(
      new Set(['/0']),
    );
    await expect(page.getByTestId('owned')).toContainText(/not known/);
    await page.goto(`${services.url}/health?${range}`);
    await expect(page.getByTestId('answer')).toContainText(/Observed 7[67]/);
    await expect(page.getByTestId('gap-row').filter({ hasText: 'down' }).first()).toBeVisible();
  });
});
