import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readCapacityFile, type CapacityFile, type CapacityFormat } from './capacity-file';
import { noAnswer } from './capacity-reading';

/** A file that changed so shortly ago may not be whole yet, in milliseconds. */
const SETTLED_MS = 2_000;

/** A folder into which a site puts outputs of the administration tool, under any names. */
export class CapacityDirectory {
  /** What was read of each file: when it and its rights were changed, and its size. */
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly directory: string,
    private readonly format: CapacityFormat,
  ) {}

  /**
   * Reads the files that are new or changed since the last look, the earliest taken first. Hidden
   * files and folders are passed over.
   *
   * @param now UTC milliseconds.
   * @param keep is given each of them; one that it fails to keep is read again at the next look.
   */
  async look(now: number, keep: (file: CapacityFile) => Promise<void>): Promise<void> {
    let names: string[];
    try {
      names = await readdir(this.directory);
    } catch (error) {
      const failure = noAnswer(null, 'fileUnreadable', (error as Error).message);
      return keep({ origin: this.directory, takenAt: now, readings: [failure] });
    }
    const due = new Map<string, CapacityFile>();
    const states = new Map<string, string>();
    for (const name of names.filter((one) => !one.startsWith('.'))) {
      const path = join(this.directory, name);
      const state = await findState(path, now);
      if (state === undefined || this.seen.get(path) === state) continue;
      states.set(path, state);
      due.set(path, await readCapacityFile(path, this.format, now));
    }
    for (const [path, file] of [...due].sort(([, a], [, b]) => a.takenAt - b.takenAt)) {
      await keep(file);
      this.seen.set(path, states.get(path) ?? '');
    }
  }
}

/** What changes when a file does; undefined where there is none that is whole. */
async function findState(path: string, now: number): Promise<string | undefined> {
  try {
    const file = await stat(path);
    const { mtimeMs, ctimeMs, size } = file;
    const ageMs = now - mtimeMs;
    // A clock that runs ahead elsewhere must not keep a file unread for ever.
    const isSettled = ageMs < 0 || ageMs >= SETTLED_MS;
    return isSettled && file.isFile() ? `${mtimeMs} ${ctimeMs} ${size}` : undefined;
  } catch {
    // Gone since it was listed.
    return undefined;
  }
}
