// Which lines come through the ways of rotation: lost, repeated and damaged, for each reader.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { measureCatchUp } from './catch-up.mjs';
import { findReaders } from './readers.mjs';
import { lineAt, nameAt, STYLES } from './writer.mjs';

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const LINES = 1500;
const ROTATE_EVERY = 150;
const ROTATE_OFTEN = 30;
/** A reader that has had nothing new for so long has all it will have. */
const QUIET_MS = 2_500;
const LONGEST_MS = 30_000;
const START_MS = 1_500;

const CELLS = [
  ...Object.keys(STYLES).map((style) => ({ style, every: ROTATE_EVERY })),
  { style: 'rename', every: ROTATE_OFTEN },
];
const nameOf = ({ style, every }) =>
  every === ROTATE_EVERY ? style : `${style}, every ${every} lines`;

/** @returns a row per reader, a column per way of rotation: "lost / repeated / damaged" of all runs. */
export async function measureLosses() {
  const base = mkdtempSync(join(tmpdir(), 'license-monitor-losses-'));
  const packages = join(base, 'packages');
  const table = [];
  try {
    for (const reader of findReaders(packages)) {
      const row = { reader: reader.name };
      for (const cell of CELLS) row[nameOf(cell)] = await runCell(reader, cell, { base, packages });
      Object.assign(row, await measureCatchUp(reader, packages));
      console.log(JSON.stringify(row));
      table.push(row);
    }
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
  return { table, lines: RUNS * LINES };
}

async function runCell(reader, cell, place) {
  const sum = { lost: 0, repeated: 0, damaged: 0 };
  for (let run = 0; run < RUNS; run++) {
    const found = await runOnce(reader, cell, place);
    for (const key of Object.keys(sum)) sum[key] += found[key];
  }
  return `${sum.lost}/${sum.repeated}/${sum.damaged}`;
}

async function runOnce(reader, { style, every }, { base, packages }) {
  const folder = mkdtempSync(join(base, 'run-'));
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const first = join(logs, nameAt(0));
  writeFileSync(first, '');
  const { child, read } = await reader.start({ folder, logs, first, packages });
  await sleep(START_MS);
  const writer = fileURLToPath(new URL('./writer.mjs', import.meta.url));
  const args = [writer, logs, style, String(LINES), String(every)];
  const writing = spawn(process.execPath, args, { stdio: 'inherit' });
  await new Promise((resolve) => writing.once('exit', resolve));
  const lines = await waitUntilQuiet(read);
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  return judge(lines);
}

async function waitUntilQuiet(read) {
  const start = performance.now();
  let lines = [];
  let newAt = start;
  while (performance.now() - newAt < QUIET_MS && performance.now() - start < LONGEST_MS) {
    await sleep(100);
    const now = await read();
    if (now.length !== lines.length) newAt = performance.now();
    lines = now;
  }
  return lines;
}

/** A line is told by its user, which is the last field and different in each. */
function judge(lines) {
  const expected = new Set();
  for (let number = 0; number < LINES; number++) expected.add(userOf(lineAt(number).trimEnd()));
  const whole = lines.map(userOf).filter((user) => expected.has(user));
  const different = new Set(whole).size;
  return {
    lost: LINES - different,
    repeated: whole.length - different,
    damaged: lines.length - whole.length,
  };
}

const userOf = (line) => line.slice(line.lastIndexOf('!') + 1);
