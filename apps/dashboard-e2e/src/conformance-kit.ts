import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseSettings } from './conformance-answers';
import type { Services } from './services';

/** The commands of the built monitor. */
export const cli = join(__dirname, '../../monitor/dist/cli.js');

/** One scenario of a written kit. */
export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly settings: CaseSettings;
}

export function writeKit(kit: string): Case[] {
  execFileSync(process.execPath, [cli, 'conformance', 'write', kit]);
  return directoriesOf(kit).map((name) => {
    const file = join(kit, name, 'settings.json');
    const settings = JSON.parse(readFileSync(file, 'utf8')) as CaseSettings;
    return { name, folder: join(kit, name), settings };
  });
}

const directoriesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Each case is a licence server of its own, or a cluster whose members are imported one by one. */
export function importCase(services: Services, { name, folder, settings }: Case): void {
  const { timeZone, cluster, sessionTimeoutHours, restartGraceMinutes } = settings;
  const { '*': hours = 720, ...byProduct } = sessionTimeoutHours;
  const limits = Object.entries(byProduct).map(([code, limit]) => `${code}=${limit}`);
  const isCapacity = (directory: string) => directory === 'capacity';
  const run = (server: string, args: readonly string[]) =>
    services.runCommand(args, {
      SERVER_NAME: server,
      SERVER_CLUSTER: cluster ? name : '',
      LOG_TIME_ZONE: timeZone,
      SESSION_TIMEOUT_HOURS: String(hours),
      SESSION_TIMEOUT_HOURS_BY_PRODUCT: limits.join(),
      RESTART_GRACE_MINUTES: String(restartGraceMinutes),
    });
  const directories = directoriesOf(folder);
  for (const directory of directories.filter((one) => !isCapacity(one))) {
    run(cluster ? `${name}-${directory}` : name, ['import', join(folder, directory)]);
  }
  for (const directory of directories.filter(isCapacity)) {
    run(name, ['capacity', join(folder, directory)]);
  }
}
