import { expect, test, type Page } from '@playwright/test';
import { Services } from './services';

let services: Services;

/** One demo for all tests here: its back-fill takes a while. */
test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  services = await Services.create();
  services.startDemo();
  await expect(async () => {
    const health = await request.get(`${services.url}/api/v1/health`);
    const { servers } = (await health.json()) as { servers: { state: string }[] };
    expect(servers.map(({ state }) => state)).toEqual(['ok']);
  }).toPass({ timeout: 240_000 });
});

test.afterAll(async () => expect(await services.close()).toEqual([]));

const countPages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;

/** The page as a sheet of A4 within its margins, as the browser prepares it for print. */
async function preparePrint(page: Page): Promise<void> {
  await page.setViewportSize({ width: 703, height: 1031 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

const SCREENS = [
  { name: 'usage', ready: ['figures'], table: 'series-row' },
  { name: 'capacity', ready: ['week-cell', 'needed-table'], table: 'load-table' },
] as const;

for (const { name, ready, table } of SCREENS) {
  test(`${name} of one product is one sheet of A4, light though dark was chosen`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${services.url}/${name}?product=MD2`);
    for (const part of ready) await expect(page.getByTestId(part).first()).toBeVisible();
    await expect(page.getByTestId('answer')).toContainText('MD2');
    const pdf = await page.pdf({ format: 'A4' });
    expect(countPages(pdf)).toBe(1);
    // Once it is over the screen is as it was.
    await expect(page.getByTestId('print-head')).toHaveCount(0);
    await expect(page.locator('html[data-printing], main details[open]')).toHaveCount(0);

    await preparePrint(page);
    const head = page.getByTestId('print-head');
    await expect(head).toContainText('product MD2');
    await expect(head).toContainText('not included');
    await expect(head).toContainText('Europe/Paris');
    await expect(head).toContainText(/observed (for|all)/);
    await expect(head).toContainText(`${services.url}/${name}?product=MD2`);
    await expect(head).toContainText(/Printed\s*\S+ \d+ \w+ \d{4} \d\d:\d\d:\d\d/);
    await expect(page.getByTestId(table).first()).toBeVisible();
    for (const control of ['connection', 'find', 'export-csv', 'copy-as']) {
      for (const element of await page.getByTestId(control).all())
        await expect(element).toBeHidden();
    }
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByTestId('demo-banner')).toBeVisible();
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await page.screenshot({ path: `test-results/print-${name}.png`, fullPage: true });
  });
}

test('a plot is drawn at twice the density for print, and as before afterwards', async ({
  page,
}) => {
  await page.goto(`${services.url}/usage?product=MD2`);
  const canvas = page.locator('.use-plot canvas');
  await expect(canvas).toBeVisible();
  const density = () =>
    canvas.evaluate(
      (element: HTMLCanvasElement) => element.width / element.getBoundingClientRect().width,
    );
  const before = await density();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await density()).toBeCloseTo(2 * before, 1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await density()).toBeCloseTo(before, 1);
});
