// How soon the live table answers keys and clicks: each interaction from the input to the next frame.
import { setTimeout as sleep } from 'node:timers/promises';
import { visit } from './browser.mjs';

/** The filter is applied, and the frame after it drawn, within this time. */
const SETTLED_MS = 400;
/** Between two keys of somebody who types fast. */
const KEY_MS = 60;
/** Event timing rounds to 8 ms and leaves out what takes less than 16. */
const UNREPORTED_MS = 16;

const ACTIONS = {
  'typing into the filter': async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('alice ws', { delay: KEY_MS });
    await sleep(SETTLED_MS);
    for (const key of ['Backspace', 'Backspace', 'Backspace', 'Escape', 'Escape']) {
      await pressSettled(page, key);
    }
  },
  'sorting by each column': async (page) => {
    for (const name of ['User', 'Product', 'Host', 'Since', 'Duration', 'Server', 'Since']) {
      await page.getByRole('columnheader', { name }).getByRole('button').click();
      await sleep(SETTLED_MS);
    }
  },
  'walking from link to link, and by pages': async (page) => {
    for (let nth = 0; nth < 12; nth++) await page.keyboard.press('Tab', { delay: KEY_MS });
    for (let nth = 0; nth < 6; nth++) await pressSettled(page, 'PageDown');
    await pressSettled(page, 'End');
    await pressSettled(page, 'Home');
  },
  'grouping, and folding a group': async (page) => {
    await page.getByTestId('group').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await pressSettled(page, key);
    for (let nth = 0; nth < 4; nth++) {
      await page.getByTestId('group-row').first().getByRole('button').click();
      await sleep(SETTLED_MS);
    }
    await page.getByTestId('group').focus();
    await pressSettled(page, 'ArrowUp');
  },
  'opening and closing boxes': async (page) => {
    await page.getByRole('heading', { level: 1 }).click();
    for (const key of ['?', 'Escape', 'f', 'Escape', 'f', 'Escape']) await pressSettled(page, key);
  },
  'a user of the table, and back': async (page) => {
    await page.getByTestId('session-row').first().getByRole('link').first().click();
    await page.getByTestId('answer').waitFor();
    await sleep(SETTLED_MS);
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByTestId('session-row').first().waitFor();
    await sleep(SETTLED_MS);
  },
};

/** @returns the slowest interaction of each kind, and the longest task, in milliseconds. */
export async function measureInteractions(browser, url) {
  const { page, close } = await visit(browser, `${url}/live`, observe);
  await page.getByTestId('session-row').first().waitFor();
  await sleep(1_000);
  const slowest = {};
  for (const [name, act] of Object.entries(ACTIONS)) {
    await page.evaluate(() => globalThis.observed.clear());
    await act(page);
    const { interactions, tasks } = await page.evaluate(() => globalThis.observed.take());
    slowest[name] = {
      inpMs: Math.max(UNREPORTED_MS, ...interactions),
      taskMs: Math.max(0, ...tasks),
    };
  }
  await close();
  return slowest;
}

async function pressSettled(page, key) {
  await page.keyboard.press(key, { delay: KEY_MS });
  await sleep(SETTLED_MS);
}

/** Runs in the page, before anything else. */
function observe() {
  let interactions = new Map();
  let tasks = [];
  globalThis.observed = {
    clear: () => {
      interactions = new Map();
      tasks = [];
    },
    take: () => ({ interactions: [...interactions.values()], tasks }),
  };
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId === 0) continue;
      interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
    }
  }).observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
}
