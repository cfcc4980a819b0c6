import { randomBytes } from 'node:crypto';
import { Command, Option } from 'commander';
import { loadEnvironment, readSettings } from '@license-monitor/db';
import { Anonymiser } from '@license-monitor/log-parser';
import { monitorSettings } from '../settings';
import { anonymiseLogs, type CopySummary } from './anonymise-logs';

/** As many as the hash uses. */
const KEY_BYTES = 16;

interface Options {
  readonly output?: string;
  readonly key?: string;
  readonly printKey?: boolean;
}

/** `license-monitor anonymise PATH…` */
export function anonymiseCommand(): Command {
  return new Command('anonymise')
    .description('Copy logs with tokens in place of the names of people, machines and addresses.')
    .argument('<path...>', 'log files, directories with log files, compressed logs (.gz)')
    .option('-o, --output <directory>', 'where the copies go; without it they are printed')
    .addOption(
      new Option(
        '--key <text>',
        'a secret; the same names get the same tokens with the same key. Without it a new one is made, and forgotten',
      ).env('ANONYMISE_KEY'),
    )
    .option('--print-key', 'print the key, to make further copies with the same tokens')
    .addHelpText(
      'after',
      `
Copies are UTF-8, decompressed, and never overwrite a file. Whoever has the key can find out whether
a name is in a copy. Look at a copy before you give it away: what is told in free text may tell more
than its names. The settings LOG_PATTERN_FILE and LOG_ENCODING apply.`,
    )
    .action(anonymise);
}

async function anonymise(paths: string[], options: Options): Promise<void> {
  const settings = readSettings(
    monitorSettings.pick({ LOG_PATTERN_FILE: true, LOG_ENCODING: true }),
    loadEnvironment(),
  );
  const key = options.key ?? randomBytes(KEY_BYTES).toString('hex');
  const summary = await anonymiseLogs(settings, paths, {
    anonymiser: new Anonymiser(key),
    directory: options.output,
  });
  if (options.printKey) process.stderr.write(`key: ${key}\n`);
  process.stderr.write(`${toText(summary)}\n`);
}

function toText({ files, lines, leftOut, tokens }: CopySummary): string {
  const count = (value: number) => value.toLocaleString('en');
  const text = `${count(lines)} lines of ${count(files)} files, ${count(tokens)} names, addresses and ids replaced`;
  return leftOut === 0 ? text : `${text}; ${count(leftOut)} lines too long or no text, left out`;
}
