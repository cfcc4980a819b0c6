import { Command } from 'commander';
import { HistoryReader, historyPlace, loadEnvironment } from '@license-monitor/db';
import { readServer } from '../read-servers';
import { verifyLogs, type Verification } from './verify-logs';

const EXIT_DIFFERENT = 2;

interface Options {
  readonly server?: string;
}

/** `license-monitor verify PATH…` */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Read logs anew and hold the history against them, line by line.')
    .argument('<path...>', 'log files, or directories with log files')
    .option('--server <name>', 'which of the licence servers of LOG_SERVERS wrote the logs')
    .addHelpText(
      'after',
      `
May run beside the monitor: lines that it has not read yet are told as missing. Exit code 2 when
anything differs. The settings of the monitor apply.`,
    )
    .action(verify);
}

async function verify(paths: string[], { server }: Options): Promise<void> {
  const settings = readServer(loadEnvironment(), server);
  const history = await HistoryReader.open(historyPlace(settings));
  try {
    const found = await verifyLogs(history, settings, paths);
    process.stdout.write(`${toText(found)}\n`);
    if (found.differences > 0) process.exitCode = EXIT_DIFFERENT;
  } finally {
    await history.close();
  }
}

function toText({ files, lines, differences, examples }: Verification): string {
  const count = (value: number) => value.toLocaleString('en');
  const shown = examples.map(
    ({ path, byteOffset, what }) => `${path} at byte ${byteOffset}: ${what}`,
  );
  return [
    ...shown,
    `${count(lines)} lines of ${count(files)} files: ${count(differences)} differ from the history`,
  ].join('\n');
}
