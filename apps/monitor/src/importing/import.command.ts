import { Command } from 'commander';
import { loadEnvironment } from '@license-monitor/db';
import { readServer } from '../read-servers';
import type { ByteTotals } from '../tailing/follow-options';
import { importLogs, type ImportSummary } from './import-logs';

/** `license-monitor import PATH…` */
export function importCommand(): Command {
  return new Command('import')
    .description('Back-fill old logs. What is in the history already is not added again.')
    .argument('<path...>', 'log files, directories with log files, compressed logs (.gz)')
    .addHelpText(
      'after',
      '\nThe settings of the monitor apply: HISTORY_DB, LIVE_DB, LOG_TIME_ZONE and so on.',
    )
    .option('--server <name>', 'which of the licence servers of LOG_SERVERS wrote the logs')
    .action(async (paths: string[], { server }: { readonly server?: string }) => {
      const settings = readServer(loadEnvironment(), server);
      const summary = await importLogs(settings, paths, showProgress);
      process.stderr.write('\n');
      process.stdout.write(`${toText(summary)}\n`);
    });
}

function showProgress({ bytesRead, bytesTotal }: ByteTotals): void {
  if (!process.stderr.isTTY) return;
  const percent = bytesTotal === 0 ? 100 : Math.floor((100 * bytesRead) / bytesTotal);
  process.stderr.write(`\r${percent} % of ${Math.ceil(bytesTotal / 1e6)} MB`);
}

function toText(summary: ImportSummary): string {
  const count = (value: number) => value.toLocaleString('en');
  return [
    `${count(summary.files)} files, ${count(summary.lines)} new lines:`,
    `  ${count(summary.events)} events, ${count(summary.messages)} server messages`,
    `  ${count(summary.duplicates)} were in the history already`,
    `  ${count(summary.quarantined)} not understood, kept in quarantined_lines`,
    `${count(summary.closedSessions)} sessions without an end were closed by assumption`,
    `${count(summary.openSessions)} sessions are open now`,
  ].join('\n');
}
