import { readFileSync } from 'node:fs';
import { readSettings, SettingsError } from '@license-monitor/db';
import { parse } from 'yaml';
import { z } from 'zod';
import { monitorSettings, type MonitorSettings } from './settings';

/** One at least. */
export type Servers = readonly [MonitorSettings, ...MonitorSettings[]];

type Environment = Readonly<Record<string, string | undefined>>;

/** What a server is told apart by in the YAML file, and the setting that it stands for. */
const KEYS = {
  name: 'SERVER_NAME',
  cluster: 'SERVER_CLUSTER',
  directory: 'LOG_DIRECTORY',
  pattern: 'LOG_PATTERN_FILE',
  zone: 'LOG_TIME_ZONE',
  encoding: 'LOG_ENCODING',
  share: 'LOG_ON_SHARE',
  start: 'LOG_START',
  capacity: 'CAPACITY_DIRECTORY',
  admin: 'DSLICSRV_HOST',
  adminPort: 'DSLICSRV_PORT',
} as const;

/** What speaks of one server only has no common default: it would be taken for that of each. */
const OWN = { CAPACITY_DIRECTORY: '', DSLICSRV_HOST: '' };

const text = z.union([z.string(), z.boolean(), z.number()], 'is no text').transform(String);
const serversFile = z.strictObject({
  servers: z.array(
    z.strictObject({
      name: text,
      cluster: text.optional(),
      directory: text,
      pattern: text.optional(),
      zone: text.optional(),
      encoding: text.optional(),
      share: text.optional(),
      start: text.optional(),
      capacity: text.optional(),
      admin: text.optional(),
      adminPort: text.optional(),
    }),
  ),
});

type ServerEntry = z.infer<typeof serversFile>['servers'][number];

/**
 * The settings of each licence server: of those in the file that LOG_SERVERS names, or of the one
 * that the environment describes. What the file leaves out is as the environment says.
 *
 * @throws SettingsError that names every fault and where it is.
 */
export function readServers(environment: Environment): Servers {
  const file = environment['LOG_SERVERS'];
  if (file === undefined || file === '') return [readSettings(monitorSettings, environment)];
  const entries = readEntries(file);
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new SettingsError(`${file}: two servers are named ${twice}`);
  checkClusters(file, entries);
  const [first, ...others] = entries;
  if (first === undefined) throw new SettingsError(`${file}: servers: names no server`);
  const read = (entry: ServerEntry) => readEntry(file, entry, environment);
  return [read(first), ...others.map(read)];
}

/** A cluster has exactly three members (log-format.md §6.4); the logs of some may be out of reach. */
const MEMBERS = 3;

function checkClusters(file: string, entries: readonly ServerEntry[]): void {
  const clusters = entries.flatMap(({ cluster }) => cluster ?? []);
  const both = clusters.find((cluster) => entries.some(({ name }) => name === cluster));
  if (both !== undefined) {
    throw new SettingsError(`${file}: ${both} is the name of a server and of a cluster`);
  }
  const large = clusters.find((one) => clusters.filter((two) => two === one).length > MEMBERS);
  if (large !== undefined) {
    throw new SettingsError(`${file}: cluster ${large} has more than ${MEMBERS} members`);
  }
}

const withoutDirectory = monitorSettings.omit({ LOG_DIRECTORY: true });

/** The settings of a command that is told where the logs are. */
export type PathSettings = Readonly<z.infer<typeof withoutDirectory>>;

/**
 * The settings of one licence server, for a command that is told where its logs are.
 *
 * @param name may be left out where there is one server only.
 * @throws SettingsError when there are several, or none has the name.
 */
export function readServer(environment: Environment, name?: string): PathSettings {
  if (!environment['LOG_SERVERS']) return readSettings(withoutDirectory, environment);
  const servers = readServers(environment);
  const chosen = servers.filter(({ SERVER_NAME }) => name === undefined || SERVER_NAME === name);
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0) return only;
  const names = servers.map(({ SERVER_NAME }) => SERVER_NAME).join(', ');
  throw new SettingsError(`--server must be one of ${names}`);
}

function readEntries(file: string): readonly ServerEntry[] {
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // Not there, not readable, or no YAML: the message says which, and the line.
    throw new SettingsError(`LOG_SERVERS = ${file}: ${(error as Error).message}`);
  }
  const result = serversFile.safeParse(content);
  if (result.success) return result.data.servers;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new SettingsError(faults.map((fault) => `${file}: ${fault}`).join('\n'));
}

function readEntry(file: string, entry: ServerEntry, environment: Environment): MonitorSettings {
  const own = Object.entries(KEYS).flatMap(([key, setting]) => {
    const value = entry[key as keyof ServerEntry];
    return value === undefined ? [] : [[setting, value] as const];
  });
  try {
    return readSettings(monitorSettings, { ...environment, ...OWN, ...Object.fromEntries(own) });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const lines = error.message.split('\n').map((line) => `${file}: ${entry.name}: ${line}`);
    throw new SettingsError(lines.join('\n'));
  }
}
