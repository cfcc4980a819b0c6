// The API on a year of history: what each screen asks for, first at a tenth of the events, then at all
// of them: an answer may grow with what it says, not with the history behind it. BENCH_ENGINE=postgresql
// measures the second engine; its server runs without fsync, so its import is not to be compared.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../workspace.mjs';
import { findFreePort } from './follow/free-port.mjs';
import { startApp } from './follow/start-app.mjs';
import { startPostgres } from './start-postgres.mjs';
import { quantile } from './quantile.mjs';
import { writeYear } from './write-year.mjs';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 10_000_000);
const SIZES = process.env.BENCH_SIZES?.split(',').map(Number) ?? [EVENTS / 10, EVENTS];
const IS_POSTGRES = process.env.BENCH_ENGINE === 'postgresql';
/** Where the stores are kept, to be measured again; else they are made anew and removed. */
const KEPT = process.env.BENCH_DATA;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 60);
const DAY_MS = 86_400_000;

/** Bars in milliseconds, p95 (DESIGN §6); the others are told without one. */
const BARS = {
  overview: 50,
  'use of a product over the year': 100,
  'load duration over the year': 150,
  'a page of sessions': 50,
};

/** What each screen asks for; `nth` makes each round ask for something else. */
function requestsOf(to) {
  const year = `from=${to - 365 * DAY_MS}&to=${to}`;
  const product = (nth) => `product=P${String(nth % 20).padStart(2, '0')}`;
  const within = (nth, days) => {
    const from = to - (3 + ((nth * 37) % 350)) * DAY_MS;
    return `from=${from}&to=${from + days * DAY_MS}`;
  };
  return {
    overview: () => 'overview?zone=Europe/Paris',
    'use of a product over the year': (nth) => `usage/series?${year}&${product(nth)}`,
    'load duration over the year': (nth) => `usage/load-duration?${year}&${product(nth)}`,
    'a page of sessions': (nth) => `sessions?status=closed&limit=100&${within(nth, 3)}`,
    'sessions that are open now': () => 'sessions?limit=100',
    'who held what at an instant': (nth) => `sessions?at=${to - (nth + 1) * 5 * DAY_MS}&limit=100`,
    'hours of the week over the year': (nth) => `usage/hour-of-week?${year}&${product(nth)}`,
    'figures of all products, a week': (nth) => `usage/summary?${within(nth, 7)}`,
    'figures of a product over the year': (nth) => `usage/summary?${year}&${product(nth)}`,
    'refusals of a week': (nth) => `denials?limit=100&${within(nth, 7)}`,
    'what if, a month': (nth) => `capacity/what-if?seats=50&${within(nth, 30)}&${product(nth)}`,
    'a page of events': (nth) => `events?limit=100&${within(nth, 1)}`,
    'search for a name': (nth) => `search?q=P${nth % 10}`,
  };
}

export async function run() {
  const rows = [];
  const bars = [];
  for (const events of SIZES) {
    const found = await measureAt(events);
    rows.push(...found.rows);
    if (events === SIZES.at(-1)) bars.push(...found.bars);
  }
  return { rows, bars };
}

async function measureAt(events) {
  const name = `${IS_POSTGRES ? 'PostgreSQL, ' : ''}${events} events`;
  const folder = KEPT ? join(KEPT, String(events)) : mkdtempSync(join(tmpdir(), 'lm-bench-'));
  mkdirSync(folder, { recursive: true });
  const postgres = IS_POSTGRES ? await startPostgres() : undefined;
  const stores = postgres ? { DATABASE_URL: postgres.url } : {};
  try {
    const isKept = !IS_POSTGRES && existsSync(join(folder, 'history.db'));
    const made = isKept ? [] : makeHistory(folder, events, stores);
    const { rows, bars } = await measure(folder, stores);
    return {
      rows: [...made, ...rows].map((row) => ({ ...row, name: `${name}: ${row.name}` })),
      bars,
    };
  } finally {
    await postgres?.stop();
    if (!KEPT) rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the stores of a year of so many events; tells how long that took. */
export function makeHistory(folder, events, stores = {}) {
  const log = join(folder, 'LicenseServer1.log');
  writeYear(log, events);
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'tools/bench/import-measured.cjs'), log],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        LOG_TIME_ZONE: 'Europe/Paris',
        HISTORY_DB: join(folder, 'history.db'),
        LIVE_DB: join(folder, 'license_manager.db'),
        ...stores,
      },
    },
  );
  if (status !== 0) throw new Error(stderr);
  rmSync(log);
  const { lines, megabytes } = JSON.parse(stdout);
  const seconds = (performance.now() - start) / 1000;
  return [
    { name: 'import', value: Math.round(lines / seconds), unit: 'lines/s' },
    { name: 'memory of the import', value: megabytes, unit: 'MB' },
  ];
}

async function measure(folder, stores) {
  const port = await findFreePort();
  const api = startApp('api', folder, { PORT: String(port), ...stores });
  const base = `http://127.0.0.1:${port}/api/v1/`;
  try {
    await untilReady(`${base}overview`);
    const rows = [];
    const bars = [];
    for (const [name, toPath] of Object.entries(requestsOf(Date.now()))) {
      const times = await timesOf((nth) => `${base}${toPath(nth)}`);
      const [p50, p95] = [0.5, 0.95].map((share) => toTenths(quantile(times, share)));
      rows.push({ name: `${name}: p50`, value: p50, unit: 'ms' });
      rows.push({ name: `${name}: p95`, value: p95, unit: 'ms' });
      const bar = BARS[name];
      if (bar) bars.push({ name: `${name}: p95, ms`, value: p95, bar, holds: p95 <= bar });
    }
    rows.push({ name: 'memory of the API', value: memoryOf(api), unit: 'MB' });
    return { rows, bars };
  } finally {
    api.kill('SIGKILL');
  }
}

async function timesOf(toUrl) {
  const times = [];
  for (let nth = 0; nth < ROUNDS; nth++) {
    const start = performance.now();
    const answer = await fetch(toUrl(nth));
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${toUrl(nth)}: ${text}`);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

export async function untilReady(url) {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
}

const toTenths = (ms) => Number(ms.toFixed(1));

const memoryOf = ({ pid }) => {
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(peak?.[1] ?? NaN) / 1024);
};
