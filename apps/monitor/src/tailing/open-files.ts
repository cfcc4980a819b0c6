import { FileFault } from './file-fault';
import type { FileSystem, LogFile } from './file-system';
import type { SeenFile } from './list-log-files';

/** How many files are kept open; the others are opened when they change. */
const MAX_OPEN = 64;

/** An open file, and what it was found to be when it was opened. */
export interface OpenFile {
  readonly seen: SeenFile;
  readonly file: LogFile;
}

export const placeOf = ({ dev, ino }: { readonly dev: string; readonly ino: string }) =>
  `${dev}:${ino}`;

/**
 * Opens files, and keeps the ones that were read last open: what is written to a file after it was
 * renamed out of the pattern or deleted can be read only by who still holds it.
 */
export class OpenFiles {
  /** By device and inode, which a kept file keeps anybody from using again; the last used last. */
  private readonly kept = new Map<string, OpenFile>();

  /** @param capacity How many files are kept open; 0 on a share, where that would hinder others. */
  constructor(
    private readonly fileSystem: FileSystem,
    private readonly capacity = MAX_OPEN,
  ) {}

  /**
   * Works with an open file. What was opened may be another file than the one that was seen, for a
   * rotation may come in between: `work` is told what it is.
   *
   * @returns undefined where the file is gone.
   * @throws FileFault when it cannot be opened.
   */
  async use<Result>(
    seen: SeenFile,
    work: (open: OpenFile) => Promise<Result>,
  ): Promise<Result | undefined> {
    const open = await this.open(seen);
    if (open === undefined) return undefined;
    let isSound = false;
    try {
      const result = await work(open);
      isSound = true;
      return result;
    } finally {
      // A file that gave trouble is opened anew: on a share the old handle may be stale for ever.
      if (isSound) await this.keep(open);
      else await this.close(open);
    }
  }

  /** The kept file of a device and inode. */
  at(place: { readonly dev: string; readonly ino: string }): OpenFile | undefined {
    return this.kept.get(placeOf(place));
  }

  /** The kept files that are none of these. */
  unlisted(listed: readonly SeenFile[]): OpenFile[] {
    const here = new Set(listed.map(placeOf));
    return [...this.kept.values()].filter(({ seen }) => !here.has(placeOf(seen)));
  }

  async close({ seen, file }: OpenFile): Promise<void> {
    if (this.kept.get(placeOf(seen))?.file === file) this.kept.delete(placeOf(seen));
    await file.close();
  }

  async closeAll(): Promise<void> {
    for (const open of [...this.kept.values()]) await this.close(open);
  }

  private async open(seen: SeenFile): Promise<OpenFile | undefined> {
    const kept = this.kept.get(placeOf(seen));
    if (kept !== undefined) return { seen, file: kept.file };
    let file: LogFile;
    try {
      file = await this.fileSystem.open(seen.path);
    } catch (error) {
      // Rotation may take a file away between the look and the opening; the next sweep sees that.
      if (error instanceof FileFault && error.code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return { seen: { ...seen, ...(await file.stat()) }, file };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  private async keep(open: OpenFile): Promise<void> {
    const place = placeOf(open.seen);
    const other = this.kept.get(place);
    if (other !== undefined && other.file !== open.file) await this.close(other);
    this.kept.delete(place);
    this.kept.set(place, open);
    for (const oldest of this.kept.values()) {
      if (this.kept.size <= this.capacity) break;
      await this.close(oldest);
    }
  }
}
