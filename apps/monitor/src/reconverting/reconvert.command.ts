import { Command } from 'commander';
import { loadEnvironment } from '@license-monitor/db';
import { readServer } from '../read-servers';
import { reconvert } from './reconvert';

/** `license-monitor reconvert` */
export function reconvertCommand(): Command {
  return new Command('reconvert')
    .description('Give the history of a licence server the time zone of its settings.')
    .option('--server <name>', 'which, where LOG_SERVERS names several')
    .addHelpText(
      'after',
      '\nFor when LOG_TIME_ZONE was wrong. Needs no logs. The monitor must be stopped meanwhile.',
    )
    .action(async ({ server }: { server?: string }) => {
      const settings = readServer(loadEnvironment(), server);
      const files = await reconvert(settings);
      process.stdout.write(
        `${settings.SERVER_NAME}: the lines of ${files.toLocaleString('en')} files are in ${settings.LOG_TIME_ZONE} now\n`,
      );
    });
}
