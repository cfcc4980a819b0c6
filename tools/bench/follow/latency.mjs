// The real monitor and API on a directory of logs: how long an appended line takes until the API
// shows it, and what following costs while nothing happens.
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from './free-port.mjs';
import { lineOf } from './line-of.mjs';
import { quantile } from '../quantile.mjs';
import { startApp } from './start-app.mjs';

const FILES = 100;
const SINGLES = Number(process.env.BENCH_SINGLES ?? 300);
const BURSTS = Number(process.env.BENCH_BURSTS ?? 200);
const LINES_PER_BURST = 5;
const LONGEST_GAP_MS = 60;
const IDLE_SECONDS = 30;
/** A line that takes longer counts as missing. */
const GIVEN_UP_MS = 10_000;
/** Clock ticks of `/proc/<pid>/stat` in a second. */
const TICKS = 100;

const P99_BAR_MS = 300;
const IDLE_BAR_PERCENT = 2;

/** @returns rows and bars of a bench. */
export async function measureFollowing() {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-bench-'));
  const site = await startSite(folder);
  try {
    const idle = await measureIdle(site.monitor.pid);
    const singles = await measureLatency(site, SINGLES, 1);
    const bursts = await measureLatency(site, BURSTS, LINES_PER_BURST);
    return toResult({ singles, bursts, idle });
  } finally {
    site.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startSite(folder) {
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  for (let at = 0; at < FILES; at++) {
    writeFileSync(join(logs, `LicenseServer${at}.log`), lineOf('Grant', at, `old${at}`));
  }
  const port = await findFreePort();
  const monitor = startApp('monitor', folder);
  const api = startApp('api', folder, { PORT: String(port) });
  const log = join(logs, `LicenseServer${FILES - 1}.log`);
  const site = { monitor, log, url: `http://127.0.0.1:${port}/api/v1/sessions`, next: FILES };
  site.stop = () => [monitor, api].forEach((one) => one.kill('SIGKILL'));
  while (!(await isShown(site, `old${FILES - 1}`))) await sleep(100);
  return site;
}

async function isShown({ url }, user) {
  try {
    const answer = await fetch(`${url}?user=${user}`);
    return answer.ok && (await answer.json()).items.length > 0;
  } catch {
    // The API is not up yet.
    return false;
  }
}

/** Appends lines in bursts; gives what each took, in milliseconds, and how many never came. */
async function measureLatency(site, bursts, linesPerBurst) {
  const times = [];
  let missing = 0;
  for (let burst = 0; burst < bursts; burst++) {
    const gapMs = (burst * 7) % LONGEST_GAP_MS;
    const pending = [];
    for (let line = 0; line < linesPerBurst; line++) {
      const user = `u${site.next}`;
      appendFileSync(site.log, lineOf('Grant', site.next++, user));
      pending.push(waitFor(site, user, performance.now()));
      if (line < linesPerBurst - 1) await sleep(gapMs);
    }
    for (const ms of await Promise.all(pending)) {
      if (ms === undefined) missing++;
      else times.push(ms);
    }
    // Not in step with the monitor's looks.
    await sleep((burst * 37) % 250);
  }
  return { times: times.sort((a, b) => a - b), missing };
}

async function waitFor(site, user, since) {
  while (performance.now() - since < GIVEN_UP_MS) {
    if (await isShown(site, user)) return performance.now() - since;
    await sleep(5);
  }
  return undefined;
}

/** Processor time of a process while nothing happens, in percent of a core, and its memory in MB. */
async function measureIdle(pid) {
  await sleep(5_000);
  const before = processorSeconds(pid);
  await sleep(IDLE_SECONDS * 1000);
  const percent = (100 * (processorSeconds(pid) - before)) / IDLE_SECONDS;
  const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return { percent: Number(percent.toFixed(2)), megabytes: Math.round((pages * 4096) / 1e6) };
}

function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function toResult({ singles, bursts, idle }) {
  const rows = [];
  for (const [name, { times }] of Object.entries({ 'single lines': singles, bursts })) {
    rows.push({ name: `${name}: lines`, value: times.length, unit: '1' });
    for (const share of [0.5, 0.95, 0.99, 1]) {
      rows.push({
        name: `${name}: p${share * 100}`,
        value: Math.round(quantile(times, share)),
        unit: 'ms',
      });
    }
  }
  rows.push({ name: `monitor with ${FILES} files: memory`, value: idle.megabytes, unit: 'MB' });
  const all = [...singles.times, ...bursts.times].sort((a, b) => a - b);
  const p99 = Math.round(quantile(all, 0.99));
  const missing = singles.missing + bursts.missing;
  const bars = [
    { name: 'append to API, p99 in ms', value: p99, bar: P99_BAR_MS, holds: p99 <= P99_BAR_MS },
    { name: 'lines that never came', value: missing, bar: 0, holds: missing === 0 },
    {
      name: `idle with ${FILES} files, % of a core`,
      value: idle.percent,
      bar: IDLE_BAR_PERCENT,
      holds: idle.percent <= IDLE_BAR_PERCENT,
    },
  ];
  return { rows, bars };
}
