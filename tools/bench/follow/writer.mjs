// A process of its own that writes a log and rotates it in one of six ways: numbered lines, one a
// millisecond, every seventh in two pieces that are cut inside a two-byte letter. What was written is
// known beforehand: `lineAt` of 0 to the number of lines.
import { appendFileSync, closeSync, copyFileSync, openSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { lineOf } from './line-of.mjs';

const COPY_STEP_BYTES = 2048;
const COPY_PAUSE_MS = 40;
const CUT_EVERY = 7;

/** The names say their age, as those of the licence server do. */
const START = Date.UTC(2025, 4, 19);

export const lineAt = (number) => lineOf('Grant', number, `chloé${number}`);

export const nameAt = (number) =>
  `LicenseServer${new Date(START + number * 1000).toISOString().replace(/\D/g, '').slice(0, 14)}.log`;

export const STYLES = {
  none: async () => undefined,
  newname: async (log, number) => log.open(log.path(number)),
  rename: async (log, number) => {
    renameSync(log.current, log.path(number));
    log.open(log.current);
  },
  copytruncate: async (log, number) => {
    copyFileSync(log.current, log.path(number));
    truncateSync(log.current);
  },
  slowcopy: async (log, number) => {
    const bytes = readFileSync(log.current);
    for (let at = 0; at < bytes.length; at += COPY_STEP_BYTES) {
      appendFileSync(log.path(number), bytes.subarray(at, at + COPY_STEP_BYTES));
      await sleep(COPY_PAUSE_MS);
    }
    truncateSync(log.current);
  },
  reuse: async (log, number) => {
    copyFileSync(log.current, log.path(number));
    rmSync(log.current);
    log.open(log.current);
  },
};

class Log {
  #file;

  constructor(directory) {
    this.directory = directory;
    this.open(this.path(0));
  }

  path(number) {
    return join(this.directory, nameAt(number));
  }

  open(path) {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = openSync(path, 'a');
    this.current = path;
  }

  async write(number) {
    const bytes = Buffer.from(lineAt(number));
    const cut = number % CUT_EVERY === 0 ? bytes.indexOf('é') + 1 : 0;
    if (cut > 0) {
      writeSync(this.#file, bytes.subarray(0, cut));
      await sleep(1);
    }
    writeSync(this.#file, bytes.subarray(cut));
    await sleep(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [directory, style, lines, every] = process.argv.slice(2);
  const log = new Log(directory);
  for (let number = 0; number < Number(lines); number++) {
    if (number > 0 && number % Number(every) === 0) await STYLES[style](log, number);
    await log.write(number);
  }
}
