import type { FileFault } from './file-fault';
import { FIRST_PAUSE_MS, longerPause } from './retry-pause';

interface Trouble {
  readonly fault: FileFault;
  readonly pauseMs: number;
  readonly retryAt: number;
}

/** The files that cannot be read at the moment: each is tried again, ever more slowly. */
export class FileTroubles {
  private readonly byPath = new Map<string, Trouble>();
  private listed: readonly FileFault[] = [];

  /** The fault of one of them; undefined when there is none. */
  get first(): FileFault | undefined {
    return this.listed[0] ?? this.byPath.values().next().value?.fault;
  }

  /** Notes what a listing could not look at, and forgets files that are no longer listed. */
  noteListing(faults: readonly FileFault[], paths: ReadonlySet<string>): void {
    this.listed = faults;
    for (const path of this.byPath.keys()) if (!paths.has(path)) this.byPath.delete(path);
  }

  /** @param now in milliseconds; only differences count. */
  note(path: string, fault: FileFault, now: number): void {
    const before = this.byPath.get(path)?.pauseMs;
    const pauseMs = before === undefined ? FIRST_PAUSE_MS : longerPause(before);
    this.byPath.set(path, { fault, pauseMs, retryAt: now + pauseMs });
  }

  isPaused(path: string, now: number): boolean {
    return now < (this.byPath.get(path)?.retryAt ?? -Infinity);
  }

  forget(path: string): void {
    this.byPath.delete(path);
  }
}
