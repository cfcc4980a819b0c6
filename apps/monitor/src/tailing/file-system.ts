import { open, readdir, stat } from 'node:fs/promises';

/** What a look at a file tells, without opening it. */
export interface FileStat {
  /** Device and inode as text: they exceed what a number holds exactly. */
  readonly dev: string;
  readonly ino: string;
  readonly size: number;
  readonly isFile: boolean;
}

/** An open log file; reads are positional, so nobody's place moves. */
export interface LogFile {
  /** Fills `target` from `position` on; returns fewer bytes only at the end of the file. */
  readAt(target: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

/** The follower's only door to the disk, so that tests can put trouble behind it. */
export interface FileSystem {
  list(directory: string): Promise<string[]>;
  stat(path: string): Promise<FileStat>;
  open(path: string): Promise<LogFile>;
}

/** The real disk. */
export const nodeFileSystem: FileSystem = {
  list: (directory) => readdir(directory),
  async stat(path) {
    const { dev, ino, size, ...kind } = await stat(path, { bigint: true }).then((found) => ({
      dev: found.dev,
      ino: found.ino,
      size: found.size,
      isFile: found.isFile(),
    }));
    return { dev: String(dev), ino: String(ino), size: Number(size), isFile: kind.isFile };
  },
  async open(path) {
    const handle = await open(path, 'r');
    return {
      async readAt(target, position) {
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
      },
      close: () => handle.close(),
    };
  },
};
