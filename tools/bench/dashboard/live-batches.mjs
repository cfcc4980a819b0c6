// What bursts of live changes cost the page: script of one burst, and what stays in its memory.
import { setTimeout as sleep } from 'node:timers/promises';
import { readCosts, visit } from './browser.mjs';

/** A burst is read, sent, taken and drawn within this time; the API sends once a second. */
const APPLIED_MS = 2_500;
const CHANGES = 200;

/** @returns the script time of each burst in milliseconds, less that of as long an idle time. */
export async function measureBatches(browser, { url, batches }, count) {
  const { page, session, close } = await visit(browser, `${url}/live`);
  await prepare(page, session);
  const idle = await costOf(session, () => sleep(APPLIED_MS));
  const costs = [];
  for (let nth = 0; nth < count; nth++) {
    let newest;
    const cost = await costOf(session, async () => {
      newest = batches.next(CHANGES);
      await sleep(APPLIED_MS);
    });
    await page.getByTestId('session-row').filter({ hasText: newest }).first().waitFor();
    costs.push({
      scriptMs: Math.max(0, cost.scriptMs - idle.scriptMs),
      styleAndLayoutMs: cost.styleAndLayoutMs,
    });
  }
  await close();
  return costs;
}

/**
 * The page hears bursts for a while until it has grown to its size, then the same again.
 *
 * @returns what it keeps after each half.
 */
export async function measureMemory(browser, { url, batches }, count) {
  const { page, session, close } = await visit(browser, `${url}/live`);
  await prepare(page, session);
  const kept = [];
  for (let half = 0; half < 2; half++) {
    for (let nth = 0; nth < count; nth++) {
      batches.next(CHANGES);
      await sleep(1_000);
    }
    await sleep(APPLIED_MS);
    await session.send('HeapProfiler.collectGarbage');
    kept.push(await readCosts(session));
  }
  await close();
  return kept;
}

async function prepare(page, session) {
  await page.getByTestId('session-row').first().waitFor();
  // Time of the processor: what others do on this machine meanwhile does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await sleep(APPLIED_MS);
  await session.send('HeapProfiler.collectGarbage');
}

async function costOf(session, act) {
  const before = await readCosts(session);
  await act();
  const after = await readCosts(session);
  return {
    scriptMs: after.scriptMs - before.scriptMs,
    styleAndLayoutMs: after.styleAndLayoutMs - before.styleAndLayoutMs,
  };
}
