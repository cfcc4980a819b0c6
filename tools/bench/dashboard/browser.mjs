// A real Chromium, and what it tells about a page.
import { chromium } from 'playwright-core';
import { findBrowser } from '../../find-browser.mjs';

const ARGUMENTS = [
  // Root needs this one; the others keep Chromium from calling anybody.
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser() {
  const { path } = await findBrowser();
  return chromium.launch({ args: ARGUMENTS, ...(path ? { executablePath: path } : {}) });
}

/** Opens an address as a new visitor would, with nothing cached. */
export async function visit(browser, url, watch) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  if (watch) await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  const transfers = await listTransfers(session);
  await page.goto(url);
  return { page, session, transfers, close: () => context.close() };
}

/** Lists what comes over the wire, headers included. */
async function listTransfers(session) {
  const transfers = [];
  const responses = new Map();
  session.on('Network.responseReceived', ({ requestId, type, response }) =>
    responses.set(requestId, { type, url: response.url }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    transfers.push({ ...responses.get(requestId), bytes: encodedDataLength }),
  );
  await session.send('Network.enable');
  return transfers;
}

/** What the page has spent since it was opened, in milliseconds, and what it keeps. */
export async function readCosts(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return {
    scriptMs: valueOf('ScriptDuration') * 1000,
    styleAndLayoutMs: (valueOf('RecalcStyleDuration') + valueOf('LayoutDuration')) * 1000,
    heapMB: valueOf('JSHeapUsedSize') / 1e6,
    nodes: valueOf('Nodes'),
    listeners: valueOf('JSEventListeners'),
  };
}
