import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ConformanceCase } from '@license-monitor/log-synth';
import { PathError } from '../importing/find-log-files';
import { kitReadme } from './kit-readme';

/**
 * Writes scenarios as folders of files, each with its settings and its truth, and says how to use them.
 *
 * @throws PathError when the directory has something in it: files of another version would be read, too.
 */
export function writeKit(directory: string, cases: readonly ConformanceCase[]): void {
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new PathError(`${directory} is not empty: name a directory that is, or a new one`);
  }
  write(join(directory, 'README.md'), kitReadme(cases));
  for (const { name, title, pitfalls, settings, files, truth } of cases) {
    const { from, to } = truth;
    const folder = join(directory, name);
    for (const { path, text } of files) write(join(folder, path), text);
    write(join(folder, 'settings.json'), toJson({ title, pitfalls, from, to, ...settings }));
    write(join(folder, 'truth.json'), toJson(truth));
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const toJson = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
