import { join, sep } from 'node:path';
import { FileFault } from './file-fault';
import type { FileStat, FileSystem } from './file-system';

/** A file that matches the pattern, as the last look found it. */
export interface SeenFile extends FileStat {
  readonly path: string;
  readonly name: string;
}

/** What was found in a directory. */
export interface LogListing {
  readonly files: readonly SeenFile[];
  /** Files that match the pattern and must not or cannot be looked at. */
  readonly faults: readonly FileFault[];
}

/** Makes a test for file names from a pattern with `*` and `?`. */
export function toNameTest(pattern: string): (name: string) => boolean {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`);
  return (name) => expression.test(name);
}

/**
 * Lists the log files of a directory with what `stat` says of them, sorted by name, which begins
 * with the stamp of the file's creation. Files that vanish between the two steps are left out, and
 * so is what is no regular file. A link is followed only within the directory.
 *
 * @throws FileFault when the directory cannot be listed.
 */
export async function listLogFiles(
  fileSystem: FileSystem,
  directory: string,
  isLogName: (name: string) => boolean,
): Promise<LogListing> {
  const entries = (await fileSystem.list(directory)).filter(({ name }) => isLogName(name));
  const files: SeenFile[] = [];
  const faults: FileFault[] = [];
  for (const { name, isLink } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, name);
    try {
      if (isLink) await refuseWayOut(fileSystem, directory, path);
      const stat = await fileSystem.stat(path);
      if (stat.isFile) files.push({ ...stat, path, name });
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      // Rotation may take a file away between the listing and this look; that cannot be prevented.
      if (error.code !== 'ENOENT') faults.push(error);
    }
  }
  return { files, faults };
}

/** Whoever may write beside the logs must not make the monitor read what only it may read. */
async function refuseWayOut(
  fileSystem: FileSystem,
  directory: string,
  path: string,
): Promise<void> {
  const [root, target] = [await fileSystem.realPath(directory), await fileSystem.realPath(path)];
  if (target.startsWith(`${root}${sep}`)) return;
  const cause = Object.assign(new Error(`is a link to ${target}, out of the directory`), {
    code: 'ELOOP',
  });
  throw new FileFault(path, cause);
}
