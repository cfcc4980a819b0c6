import { FileFault } from '../tailing/file-fault';
import { nodeFileSystem, type FileStat, type FileSystem } from '../tailing/file-system';

/** What a test puts between the follower and the disk. Each is called before the step is done. */
export interface Hooks {
  list?: () => void;
  stat?: (path: string) => void;
  /** What `stat` tells. */
  told?: (path: string, stat: FileStat) => FileStat;
  open?: (path: string) => void;
  /** May tell that fewer bytes are there than asked for. */
  read?: (path: string, position: number) => number | undefined;
}

/** A fault as the operating system tells it. */
export const fault = (path: string, code: string): FileFault =>
  new FileFault(path, Object.assign(new Error(code), { code }));

/** The real disk with hooks, which may be changed at any time. */
export function troubledFileSystem(hooks: Hooks): FileSystem {
  const told = (path: string, stat: FileStat) => hooks.told?.(path, stat) ?? stat;
  return {
    list: async (directory) => {
      hooks.list?.();
      return nodeFileSystem.list(directory);
    },
    stat: async (path) => {
      hooks.stat?.(path);
      return told(path, await nodeFileSystem.stat(path));
    },
    realPath: (path) => nodeFileSystem.realPath(path),
    open: async (path) => {
      hooks.open?.(path);
      const file = await nodeFileSystem.open(path);
      return {
        readAt: async (target, position) => {
          const limit = hooks.read?.(path, position);
          return file.readAt(limit === undefined ? target : target.subarray(0, limit), position);
        },
        stat: async () => told(path, await file.stat()),
        close: () => file.close(),
      };
    },
  };
}
