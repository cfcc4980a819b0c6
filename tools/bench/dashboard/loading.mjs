// How a screen comes up for a new visitor: bytes, largest paint, shifts.
import { setTimeout as sleep } from 'node:timers/promises';
import { visit } from './browser.mjs';

/** Live figures come meanwhile; they may not shift anything either. */
const LOOKED_AT_MS = 3_000;
/** Types of what a screen shows; the rest is what it is made of. */
const DATA = ['Fetch', 'XHR', 'EventSource'];

/**
 * @returns kilobytes of the document and what it names itself, of all that the screen is made of, and of
 * its data; LCP in milliseconds; CLS.
 */
export async function measureLoading(browser, url) {
  const { page, transfers, close } = await visit(browser, url, observe);
  await page.getByTestId('panel').first().waitFor();
  await sleep(LOOKED_AT_MS);
  const { paints, shifts } = await page.evaluate(() => globalThis.observed);
  const named = await page.evaluate(listNamed);
  await close();
  const kilobytesOf = (isCounted) =>
    transfers.filter(isCounted).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  return {
    initialKB: kilobytesOf((one) => one.type === 'Document' || named.includes(one.url)),
    partsKB: kilobytesOf(({ type }) => !DATA.includes(type)),
    dataKB: kilobytesOf(({ type }) => DATA.includes(type)),
    lcpMs: Math.max(...paints),
    cls: shifts.reduce((total, shift) => total + shift, 0),
  };
}

/** Runs in the page: the addresses of scripts and styles that its document names. */
function listNamed() {
  const elements = [...document.querySelectorAll('script[src], link[href]')];
  return elements.map((element) => element.src || element.href);
}

/** Runs in the page, before anything else. */
function observe() {
  const observed = (globalThis.observed = { paints: [0], shifts: [] });
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  watch('largest-contentful-paint', ({ startTime }) => observed.paints.push(startTime));
  watch('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) observed.shifts.push(value);
  });
}
