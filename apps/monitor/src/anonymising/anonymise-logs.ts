import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Anonymiser } from '@license-monitor/log-parser';
import { anonymiseLog } from '@license-monitor/log-parser/node';
import { archiveFileSystem } from '../importing/archive-file-system';
import { checkLogFiles, findLogFiles, PathError } from '../importing/find-log-files';
import type { MonitorSettings } from '../settings';

/** What was copied. */
export interface CopySummary {
  readonly files: number;
  readonly lines: number;
  /** Lines that could not be copied. */
  readonly leftOut: number;
  /** Different names, addresses and ids that were replaced. */
  readonly tokens: number;
}

export interface CopyTarget {
  readonly anonymiser: Anonymiser;
  /** Where the copies go; undefined for the standard output. */
  readonly directory: string | undefined;
}

/**
 * Copies logs with tokens in place of names. The name of a copy is that of its log without `.gz`,
 * with tokens too.
 *
 * @throws PathError when no file is found, one is no log, or two would have the same name; the file
 * system's error when a copy cannot be written, or is there already.
 */
export async function anonymiseLogs(
  settings: Pick<MonitorSettings, 'LOG_PATTERN_FILE' | 'LOG_ENCODING'>,
  paths: readonly string[],
  { anonymiser, directory }: CopyTarget,
): Promise<CopySummary> {
  const files = await findLogFiles(archiveFileSystem, paths, settings.LOG_PATTERN_FILE);
  await checkLogFiles(files);
  const names = files.map(({ name }) => toCopyName(name, anonymiser));
  if (directory !== undefined) {
    checkNames(names);
    await mkdir(directory, { recursive: true });
  }
  let lines = 0;
  let leftOut = 0;
  for (const [at, { path }] of files.entries()) {
    const copy = anonymiseLog(path, anonymiser, { fallback: settings.LOG_ENCODING });
    await write(copy, directory === undefined ? undefined : join(directory, String(names[at])));
    lines += copy.lines;
    leftOut += copy.leftOut;
  }
  return { files: files.length, lines, leftOut, tokens: anonymiser.tokenCount };
}

/** What servers call their logs stays; what a site adds may be the name of a machine. */
function toCopyName(name: string, anonymiser: Anonymiser): string {
  const plain = name.replace(/\.gz$/, '');
  const added = plain.replace(/^LicenseServer\d*/, '');
  return plain.slice(0, plain.length - added.length) + anonymiser.anonymiseLine(added);
}

function checkNames(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return;
  throw new PathError(
    `two logs would be copied to ${twice}: copy them one after the other, with the same --key, to directories of their own`,
  );
}

async function write(copy: AsyncIterable<string>, path: string | undefined): Promise<void> {
  if (path === undefined) return pipeline(copy, process.stdout, { end: false });
  try {
    // `wx`: never over a file that is there, least of all the log itself.
    await pipeline(copy, createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new PathError(`${path} is there already: remove it, or choose another --output`);
  }
}
