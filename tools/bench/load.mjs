// The API while many look at once: 200 live screens and 50 requests a second, on a year of history that
// a monitor goes on writing; beside the same requests while nobody else asks.
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeHistory, untilReady } from './api.mjs';
import { findFreePort } from './follow/free-port.mjs';
import { lineOf } from './follow/line-of.mjs';
import { startApp } from './follow/start-app.mjs';
import { quantile } from './quantile.mjs';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 300_000);
const CLIENTS = Number(process.env.BENCH_CLIENTS ?? 200);
const RATE = Number(process.env.BENCH_RATE ?? 50);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 300);
const IDLE_REQUESTS = 200;
const LINES_PER_SECOND = 5;
const DAY_MS = 86_400_000;
/** How many times as long an answer may take under load, p95. */
const BAR = 2;

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-bench-'));
  const apps = [];
  try {
    makeHistory(folder, EVENTS);
    const log = join(folder, 'logs', 'LicenseServer1.log');
    mkdirSync(join(folder, 'logs'));
    writeFileSync(log, lineOf('Grant', 0, 'first'));
    const port = await findFreePort();
    apps.push(startApp('monitor', folder, { SERVER_NAME: 'lic2' }));
    apps.push(startApp('api', folder, { PORT: String(port) }));
    const base = `http://127.0.0.1:${port}/api/v1/`;
    await untilReady(`${base}overview`);
    return await measure(base, log);
  } finally {
    for (const app of apps) app.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(base, log) {
  const paths = pathsOf(Date.now());
  const ask = (nth) => timeOf(`${base}${paths[nth % paths.length]}`);
  for (let nth = 0; nth < paths.length; nth++) await ask(nth);
  const idle = [];
  for (let nth = 0; nth < IDLE_REQUESTS; nth++) idle.push(await ask(nth));
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => listen(`${base}stream`)));
  const busy = await askAtRate(ask, log);
  const received = clients.map((client) => client.messages);
  for (const client of clients) client.leave();
  return toResult({ idle, busy, received });
}

/** What screens ask for, the live ones most. */
function pathsOf(now) {
  const week = `from=${now - 7 * DAY_MS}&to=${now}`;
  return [
    'overview?zone=Europe/Paris',
    'sessions?limit=100',
    'overview?zone=UTC',
    `sessions?status=closed&limit=100&${week}`,
    `usage/series?product=P00&${week}`,
    'health',
    `events?limit=100&${week}`,
    `denials?limit=50&${week}`,
  ];
}

async function timeOf(url) {
  const start = performance.now();
  const answer = await fetch(url);
  await answer.arrayBuffer();
  return answer.ok ? performance.now() - start : undefined;
}

/** Begins a request every so often, whether or not the one before was answered. */
async function askAtRate(ask, log) {
  const times = [];
  const end = performance.now() + SECONDS * 1000;
  const pending = new Set();
  for (let nth = 0, next = performance.now(); next < end; nth++, next += 1000 / RATE) {
    await sleep(Math.max(0, next - performance.now()));
    if (nth % Math.round(RATE / LINES_PER_SECOND) === 0)
      appendFileSync(log, lineOf('Grant', nth + 1, `user${nth}`));
    const one = ask(nth).then((time) => times.push(time));
    pending.add(one);
    void one.finally(() => pending.delete(one));
  }
  await Promise.all(pending);
  return times;
}

/** A screen that listens, with a connection of its own. */
function listen(url) {
  return new Promise((resolve, reject) => {
    const client = { messages: 0, leave: () => request.destroy() };
    const request = get(url, { agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`stream: ${response.statusCode}`));
      response.on('error', () => undefined);
      response.on('data', (bytes) => {
        client.messages +=
          String(bytes).split('\nevent:').length - 1 + Number(String(bytes).startsWith('event:'));
      });
      resolve(client);
    });
    request.on('error', reject);
  });
}

function toResult({ idle, busy, received }) {
  const answered = busy.filter((time) => time !== undefined);
  const sorted = (times) => [...times].sort((a, b) => a - b);
  const [calm, loaded] = [sorted(idle), sorted(answered)];
  const inMs = (times, share) => Number(quantile(times, share).toFixed(1));
  const rows = [
    { name: 'requests', value: busy.length, unit: '1' },
    { name: 'alone: p50', value: inMs(calm, 0.5), unit: 'ms' },
    { name: 'alone: p95', value: inMs(calm, 0.95), unit: 'ms' },
    { name: 'under load: p50', value: inMs(loaded, 0.5), unit: 'ms' },
    { name: 'under load: p95', value: inMs(loaded, 0.95), unit: 'ms' },
    { name: 'messages to a live screen, fewest', value: Math.min(...received), unit: '1' },
    { name: 'messages to a live screen, most', value: Math.max(...received), unit: '1' },
  ];
  const times = Number((quantile(loaded, 0.95) / quantile(calm, 0.95)).toFixed(2));
  const failed = busy.length - answered.length;
  const bars = [
    { name: 'p95 under load, times that alone', value: times, bar: BAR, holds: times <= BAR },
    { name: 'requests that failed', value: failed, bar: 0, holds: failed === 0 },
  ];
  return { rows, bars };
}
