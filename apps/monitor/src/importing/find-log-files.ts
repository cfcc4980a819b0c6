import { basename } from 'node:path';
import { identifyLog, NotALogError } from '@license-monitor/log-parser/node';
import type { FileSystem } from '../tailing/file-system';
import { listLogFiles, toNameTest, type SeenFile } from '../tailing/list-log-files';

/** Says what is wrong with paths given by hand, and how to mend it. */
export class PathError extends Error {
  override readonly name = 'PathError';
}

/**
 * The files that paths given by hand mean: a directory means its files that match the pattern, or
 * match it with `.gz` behind; a file means itself, whatever its name.
 *
 * @throws PathError when they mean none; FileFault for a path that is not there or cannot be read.
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
      : await listDirectory(fileSystem, path, (name) => isPlain(name) || isPacked(name));
    for (const file of files) found.set(`${file.dev}:${file.ino}`, file);
  }
  if (found.size === 0) {
    throw new PathError(
      `no file in ${paths.join(', ')} matches ${pattern}: set LOG_PATTERN_FILE, or name the files`,
    );
  }
  return [...found.values()];
}

async function listDirectory(
  fileSystem: FileSystem,
  directory: string,
  isLogName: (name: string) => boolean,
): Promise<readonly SeenFile[]> {
  const { files, faults } = await listLogFiles(fileSystem, directory, isLogName);
  if (faults[0] !== undefined) throw faults[0];
  return files;
}

/**
 * Refuses files that hold no lines of a log, such as traces of token usage, before anything is done
 * with the others.
 *
 * @throws Error that names each of them and says what it is.
 */
export async function checkLogFiles(files: readonly SeenFile[]): Promise<void> {
  const faults: string[] = [];
  for (const { path } of files) {
    const { kind } = await identifyLog(path);
    if (kind === 'tokenUsage' || kind === 'opaque' || kind === 'gzip') {
      faults.push(new NotALogError(path, kind).message);
    }
  }
  if (faults.length > 0) throw new PathError(faults.join('\n'));
}
