// A hundred logs of which one is rotated each second: what the monitor holds must not grow.
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lineOf } from '../bench/follow/line-of.mjs';
import { startApp } from '../bench/follow/start-app.mjs';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 30);
const FILES = 100;
/** Rotated logs that stay; older ones are removed, as an operator does it. */
const KEPT = 200;
const LINES_PER_SECOND = 50;
/** The files that are kept open, and what a process needs besides. */
const MAX_HANDLES = 64 + 60;
/** How much the memory of the last third may exceed that of the second, as a share. */
const MAX_GROWTH = 0.1;
const PAGE_BYTES = 4096;

/** @returns whether memory and handles stayed where they were. */
export async function soakRotation() {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-soak-'));
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const monitor = startApp('monitor', folder);
  try {
    return judge(await write(logs, monitor.pid));
  } finally {
    monitor.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function write(logs, pid) {
  const samples = [];
  const rotated = [];
  let number = 0;
  for (let second = 0; second < MINUTES * 60; second++) {
    for (let line = 0; line < LINES_PER_SECOND; line++, number++) {
      const action = number % 2 === 0 ? 'Grant' : 'Detachment';
      const text = lineOf(action, number, `u${Math.floor(number / 2) % 500}`, number >> 1);
      appendFileSync(join(logs, `LicenseServer${number % FILES}.log`), text);
    }
    const name = join(logs, `LicenseServer${second % FILES}.log`);
    const old = join(logs, `LicenseServer${second % FILES}.${second}.log`);
    renameSync(name, old);
    rotated.push(old);
    if (rotated.length > KEPT) rmSync(rotated.shift());
    samples.push(sample(pid));
    await sleep(1000);
  }
  return samples;
}

function sample(pid) {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return { bytes: pages * PAGE_BYTES, handles: readdirSync(`/proc/${pid}/fd`).length };
}

function judge(samples) {
  const third = Math.floor(samples.length / 3);
  const median = (part) => part.map(({ bytes }) => bytes).sort((a, b) => a - b)[part.length >> 1];
  const middle = median(samples.slice(third, 2 * third));
  const last = median(samples.slice(2 * third));
  const handles = Math.max(...samples.map((one) => one.handles));
  const growth = last / middle - 1;
  console.table({
    'memory, second third in MB': Math.round(middle / 1e6),
    'memory, last third in MB': Math.round(last / 1e6),
    'most handles': handles,
  });
  return growth <= MAX_GROWTH && handles <= MAX_HANDLES;
}
