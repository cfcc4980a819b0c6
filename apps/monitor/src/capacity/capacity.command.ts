import { Command, InvalidArgumentError } from 'commander';
import { loadEnvironment } from '@license-monitor/db';
import { ZoneOffsets } from '@license-monitor/log-parser';
import { readServer } from '../read-servers';
import { importCapacity, type ImportedReading } from './import-capacity';
import { toInstant } from './to-instant';

interface Options {
  readonly server?: string;
  readonly takenAt?: string;
}

const EXIT_FAILURE = 1;

/** `license-monitor capacity PATH…` */
export function capacityCommand(): Command {
  return new Command('capacity')
    .description('Keep what outputs of the administration tool say of the seats that are owned.')
    .argument('<path...>', 'outputs of getLicenseUsage or getLicenseInfo, directories with them')
    .option('--server <name>', 'which of the licence servers of LOG_SERVERS they are of')
    .option('--taken-at <time>', 'when they were taken, such as 2025-05-19T08:00', checkTime)
    .addHelpText(
      'after',
      "\nTimes are those of LOG_TIME_ZONE unless they end in Z. Without --taken-at the file's name or date says it.\nThe monitor must be stopped meanwhile; while it runs, put the files into CAPACITY_DIRECTORY.",
    )
    .action(async (paths: string[], { server, takenAt }: Options) => {
      const settings = readServer(loadEnvironment(), server);
      const zone = new ZoneOffsets(settings.LOG_TIME_ZONE);
      const at = takenAt === undefined ? null : parseTime(takenAt, zone);
      const imported = await importCapacity(settings, paths, at);
      process.stdout.write(imported.map((one) => `${describe(one, zone)}\n`).join(''));
      const isMissing = imported.some(({ reading }) => reading.type === 'failure');
      if (isMissing) process.exitCode = EXIT_FAILURE;
    });
}

const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/;

function checkTime(text: string): string {
  if (!TIME.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('It is no time such as 2025-05-19T08:00 or 2025-05-19T06:00Z.');
  }
  return text;
}

/** A time without a zone is one of the licence server's clock. */
function parseTime(text: string, zone: ZoneOffsets): number {
  if (/(?:Z|[+-]\d\d:\d\d)$/.test(text) && text.includes('T')) return Date.parse(text);
  return toInstant(zone, Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00Z`));
}

function describe({ path, takenAt, reading, stored }: ImportedReading, zone: ZoneOffsets): string {
  if (reading.type === 'failure')
    return `${path}: nothing was read: ${reading.reason} ${reading.text}`;
  const { source, pools, remark } = reading;
  const wall = new Date(takenAt + zone.offsetAt(takenAt)).toISOString().slice(0, 19);
  const products = new Set(pools.map(({ product }) => product)).size;
  const words = [
    `${pools.length} pools of ${products} products`,
    stored === 'stored' ? 'new' : 'known already',
    ...(remark === null ? [] : [remark]),
  ];
  return `${path}: ${source} of ${wall}: ${words.join(', ')}`;
}
