// How long the plot of usage takes to be drawn first, with far more points than the API ever sends.
import { visit } from './browser.mjs';

const HOUR_MS = 3_600_000;
/** Each becomes two corners of the line. */
const BUCKETS = 25_000;

/** @returns milliseconds from the making of the canvas to the last stroke on it. */
export async function measureFirstDraw(browser, url) {
  const { page, close } = await visit(browser, 'about:blank', observe);
  await page.route('**/api/v1/usage/series?*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: withPoints(await answer.json()) });
  });
  await page.goto(`${url}/usage?product=MD2`);
  await page.waitForFunction(() => globalThis.drawn !== undefined);
  const drawn = await page.evaluate(() => globalThis.drawn);
  await close();
  return drawn;
}

function withPoints(answer) {
  const from = answer.to - BUCKETS * HOUR_MS;
  const points = Array.from({ length: BUCKETS }, (_, nth) => {
    const max = Math.round(200 + 150 * Math.sin(nth / 40) + 40 * Math.sin(nth * 1.7));
    return { at: from + nth * HOUR_MS, min: max - 30, max, average: max - 12, coverage: 1 };
  });
  const items = answer.items.map((item) => ({ ...item, points, denials: [], gaps: [] }));
  return { ...answer, from, bucketMs: HOUR_MS, items };
}

/** Runs in the page, before anything else. */
function observe() {
  let start;
  let end;
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (...given) {
    if (start === undefined) {
      start = performance.now();
      // All strokes of a first draw are made before the next frame.
      requestAnimationFrame(() => (globalThis.drawn = end - start));
    }
    return getContext.apply(this, given);
  };
  for (const name of ['stroke', 'fill', 'fillText']) {
    const original = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...given) {
      original.apply(this, given);
      end = performance.now();
    };
  }
}
