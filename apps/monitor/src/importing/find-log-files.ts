import { basename } from 'node:path';
import type { FileSystem } from '../tailing/file-system';
import { listLogFiles, toNameTest, type SeenFile } from '../tailing/list-log-files';

/**
 * The files that paths given by hand mean: a directory means its files that match the pattern, or
 * match it with `.gz` behind; a file means itself, whatever its name.
 *
 * @throws the file system's error for a path that is not there.
 */
export async function findLogFiles(
  fileSystem: FileSystem,
  paths: readonly string[],
  pattern: string,
): Promise<SeenFile[]> {
  const isPlain = toNameTest(pattern);
  const isPacked = toNameTest(`${pattern}.gz`);
  const found = new Map<string, SeenFile>();
  for (const path of paths) {
    const stat = await fileSystem.stat(path);
    const files = stat.isFile
      ? [{ ...stat, path, name: basename(path) }]
      : await listLogFiles(fileSystem, path, (name) => isPlain(name) || isPacked(name));
    for (const file of files) found.set(`${file.dev}:${file.ino}`, file);
  }
  return [...found.values()];
}
