// How fast a file that is there already is read: lines a second until the reader has the last one,
// its start included, and what memory it takes then.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lineAt, nameAt } from './writer.mjs';

const LINES = 200_000;
const LONGEST_MS = 60_000;
const PAGE_BYTES = 4096;

/** @returns what is to be added to the reader's row. */
export async function measureCatchUp(reader, packages) {
  const folder = mkdtempSync(join(tmpdir(), 'license-monitor-cold-'));
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const first = join(logs, nameAt(0));
  const lines = Array.from({ length: LINES }, (_, number) => lineAt(number));
  writeFileSync(first, lines.join(''));
  const startedAt = performance.now();
  const { child, read } = await reader.start({ folder, logs, first, packages });
  let isDone = false;
  while (!isDone && performance.now() - startedAt < LONGEST_MS) {
    await sleep(500);
    isDone = (await read()).length >= LINES;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const [, pages] = readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ');
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  return {
    'lines/s': isDone ? Math.round(LINES / seconds) : 'never',
    'memory, MB': Math.round((pages * PAGE_BYTES) / 1e6),
  };
}
