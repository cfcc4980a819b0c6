import { Command, InvalidArgumentError, Option } from 'commander';
import { officeScenario, type ProductSpec, type Scenario } from '@license-monitor/log-synth';
import { writeEntitlements } from './write-entitlements';
import { simulateLogs } from './simulate-logs';

const DAY_MS = 24 * 60 * 60_000;

interface Options {
  readonly days: number;
  readonly from?: number;
  readonly users: number;
  readonly seed: number;
  readonly zone: string;
  readonly variant: 'A' | 'B';
  readonly worldWide?: boolean;
  readonly crlf?: boolean;
  readonly follow?: boolean;
  readonly truth?: string;
  readonly entitlements?: string;
}

/** `license-monitor simulate DIRECTORY` */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description('Write the logs of a simulated licence server, whose truth is known.')
    .argument('<directory>', 'where the LicenseServer*.log files go')
    .option('--days <number>', 'days of logs written at once', toNumber, 21)
    .option(
      '--from <instant>',
      'first instant, ISO 8601; default: so that the days end now',
      toInstant,
    )
    .option('--users <number>', 'people who use licences', toNumber, 120)
    .option('--world-wide', 'people of all continents, with short sessions and tight pools')
    .option('--seed <number>', 'equal seeds write equal logs', toNumber, 1)
    .option('--zone <name>', "IANA zone of the server's clock", 'Europe/Paris')
    .addOption(
      new Option('--variant <letter>', 'form of the lines').choices(['A', 'B']).default('A'),
    )
    .option('--crlf', 'end lines as Windows does')
    .option('--follow', 'go on in real time until stopped')
    .option('--truth <file>', 'write what really happened, as JSON')
    .option('--entitlements <file>', 'write how many licences there are, for ENTITLEMENTS_FILE')
    .action(simulate);
}

async function simulate(directory: string, options: Options): Promise<void> {
  const { days, users, seed, zone, variant, follow = false } = options;
  const startedAt = Date.now();
  const from = options.from ?? startedAt - days * DAY_MS;
  const to = follow ? null : from + days * DAY_MS;
  const pace = options.worldWide ? worldWide(users) : {};
  const scenario = officeScenario({ from, to, users, seed, zone, variant, ...pace });
  if (options.entitlements !== undefined) writeEntitlements(options.entitlements, scenario);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  const { files, lines } = await simulateLogs({
    directory,
    scenario,
    lineEnd: options.crlf ? '\r\n' : '\n',
    realTimeFrom: follow ? startedAt : null,
    truthFile: options.truth ?? null,
    now: Date.now,
    onPastWritten: () => process.stdout.write(`${directory} is written up to now\n`),
    signal: stopping.signal,
  });
  process.stdout.write(`${lines} lines in ${files} files of ${directory}\n`);
}

/** A site that is at work at any hour, so that a screen has something to show whenever one looks. */
function worldWide(users: number): Partial<Scenario> {
  return {
    regions: [
      { zone: 'Europe/Paris', share: 4 },
      { zone: 'America/New_York', share: 3 },
      { zone: 'America/Los_Angeles', share: 2 },
      { zone: 'Asia/Tokyo', share: 2 },
      { zone: 'Asia/Kolkata', share: 2 },
    ],
    sessionsPerPersonDay: 14,
    weekendShare: 0.6,
    meanSessionMinutes: 20,
    batchJobsPerDay: 2 * users,
    products: worldWideProducts(users),
  };
}

/** Pools for half the people, so that some are refused; jobs at night need many tokens. */
function worldWideProducts(users: number): readonly ProductSpec[] {
  const ample = officeScenario({ users: 6 * users }).products;
  const tight = officeScenario({ users: Math.ceil(users / 2) }).products;
  return tight.map((product, at) => (product.model === 'Token' ? (ample[at] ?? product) : product));
}

function toNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidArgumentError('It is not a number.');
  return value;
}

function toInstant(text: string): number {
  const value = Date.parse(text);
  if (Number.isNaN(value))
    throw new InvalidArgumentError('It is not an instant such as 2025-10-13T00:00:00Z.');
  return value;
}
