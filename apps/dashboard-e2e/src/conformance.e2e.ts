import { expect, test } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UsageSummaryDto } from '@license-monitor/api-contract';
import { toAnswers, type CaseSettings } from './conformance-answers';
import { Services } from './services';

/*
 * The conformance kit through the whole pipeline, as any vendor would run it: files are imported by
 * command, the API is asked, and its answers are scored against the truth.
 */

const cli = join(__dirname, '../../monitor/dist/cli.js');

interface Case {
  readonly name: string;
  readonly folder: string;
  readonly settings: CaseSettings;
}

let services: Services;

test.beforeEach(async () => {
  services = await Services.create();
});

test.afterEach(async () => expect(await services.close()).toEqual([]));

/** Some thirty commands, each a process of its own, also on a slow machine. */
test.describe.configure({ timeout: 300_000 });

function writeKit(kit: string): Case[] {
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
function importCase({ name, folder, settings }: Case): void {
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

async function ask({ name, settings }: Case): Promise<UsageSummaryDto> {
  const { from, to, denialWindows } = settings;
  const windows = Object.entries(denialWindows).map(([key, value]) => `${key}=${value}`);
  const query = [`server=${name}`, `from=${from}`, `to=${to}`, ...windows].join('&');
  const response = await fetch(`${services.url}/api/v1/usage/summary?${query}`);
  if (!response.ok) throw new Error(`${query}: ${await response.text()}`);
  return (await response.json()) as UsageSummaryDto;
}

const isReady = async (): Promise<boolean> =>
  fetch(`${services.url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

test('the conformance kit scores 100 % through files, database and API', async () => {
  const kit = join(services.folder, 'kit');
  const answers = join(services.folder, 'answers');
  const cases = writeKit(kit);
  expect(cases.length).toBeGreaterThanOrEqual(10);
  for (const one of cases) importCase(one);
  services.startApi();
  await expect.poll(isReady).toBe(true);
  mkdirSync(answers);
  for (const one of cases) {
    writeFileSync(join(answers, `${one.name}.json`), JSON.stringify(toAnswers(await ask(one))));
  }
  const score = spawnSync(process.execPath, [cli, 'conformance', 'score', kit, answers]);
  // What is wrong stands in the table of the command.
  expect(`${score.status === 0 ? '' : score.stdout}${score.stderr}`).toBe('');
});

test('a rebuild of all derived tables changes no answer', async () => {
  const cases = writeKit(join(services.folder, 'kit'));
  for (const one of cases) importCase(one);
  services.startApi();
  await expect.poll(isReady).toBe(true);
  const askAll = async () => {
    const summaries: object[] = [];
    for (const one of cases) summaries.push({ ...(await ask(one)), asOf: null });
    return summaries;
  };
  const before = await askAll();
  services.runCommand(['rebuild'], {});
  expect(await askAll()).toEqual(before);
});
