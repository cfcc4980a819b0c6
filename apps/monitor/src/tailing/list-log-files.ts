import { join } from 'node:path';
import type { FileStat, FileSystem } from './file-system';

/** A file that matches the pattern, as the last look found it. */
export interface SeenFile extends FileStat {
  readonly path: string;
  readonly name: string;
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
 * with the stamp of the file's creation. Files that vanish between the two steps are left out.
 *
 * @throws the file system's error when the directory cannot be listed.
 */
export async function listLogFiles(
  fileSystem: FileSystem,
  directory: string,
  isLogName: (name: string) => boolean,
): Promise<SeenFile[]> {
  const names = (await fileSystem.list(directory)).filter(isLogName).sort();
  const files: SeenFile[] = [];
  for (const name of names) {
    const path = join(directory, name);
    const stat = await statIfThere(fileSystem, path);
    if (stat?.isFile) files.push({ ...stat, path, name });
  }
  return files;
}

async function statIfThere(fileSystem: FileSystem, path: string): Promise<FileStat | undefined> {
  try {
    return await fileSystem.stat(path);
  } catch (error) {
    // Rotation may take a file away between the listing and this look; that cannot be prevented.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
