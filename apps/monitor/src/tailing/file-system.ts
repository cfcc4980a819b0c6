import { constants, statSync, type BigIntStats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { withPath } from './file-fault';

/** What a look at a file tells, without opening it. */
export interface FileStat {
  /** Device and inode as text: they exceed what a number holds exactly. */
  readonly dev: string;
  readonly ino: string;
  readonly size: number;
  /** When it was changed last, in milliseconds; only to see that it was changed. */
  readonly changedAt: number;
  readonly isFile: boolean;
}

/** An open log file; reads are positional, so nobody's place moves. */
export interface LogFile {
  /** Fills `target` from `position` on; returns fewer bytes only at the end of the file. */
  readAt(target: Uint8Array, position: number): Promise<number>;
  /** What the file is that was opened, whatever stands at its path by now. */
  stat(): Promise<FileStat>;
  close(): Promise<void>;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly isLink: boolean;
}

/** The follower's only door to the disk, so that tests can put trouble behind it. */
export interface FileSystem {
  list(directory: string): Promise<DirectoryEntry[]>;
  stat(path: string): Promise<FileStat>;
  /** The path without symbolic links. */
  realPath(path: string): Promise<string>;
  open(path: string): Promise<LogFile>;
}

/** A pipe in the place of a log would hang a reader that waits; Windows knows no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

/**
 * The real disk. Whatever goes wrong is a `FileFault`.
 *
 * Files are looked at without waiting, which costs a tenth of what a look by the thread pool does:
 * hundreds of files are looked at several times a second.
 */
export const nodeFileSystem: FileSystem = {
  list: (directory) =>
    withPath(directory, async () => {
      const entries = await readdir(directory, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, isLink: entry.isSymbolicLink() }));
    }),
  stat: (path) => withPath(path, async () => toFileStat(statSync(path, { bigint: true }))),
  realPath: (path) => withPath(path, () => realpath(path)),
  open: (path) =>
    withPath(path, async () => {
      const handle = await open(path, OPEN_FLAGS);
      return {
        readAt: (target, position) =>
          withPath(path, async () => {
            let filled = 0;
            while (filled < target.length) {
              const { bytesRead } = await handle.read(
                target,
                filled,
                target.length - filled,
                position + filled,
              );
              if (bytesRead === 0) break;
              filled += bytesRead;
            }
            return filled;
          }),
        stat: () => withPath(path, async () => toFileStat(await handle.stat({ bigint: true }))),
        close: () => handle.close(),
      };
    }),
};

/** A disk on another machine, which may keep one waiting: the process must go on meanwhile. */
export const shareFileSystem: FileSystem = {
  ...nodeFileSystem,
  stat: (path) => withPath(path, async () => toFileStat(await stat(path, { bigint: true }))),
};

function toFileStat(found: BigIntStats): FileStat {
  return {
    dev: String(found.dev),
    ino: String(found.ino),
    size: Number(found.size),
    changedAt: Number(found.mtimeMs),
    isFile: found.isFile(),
  };
}
