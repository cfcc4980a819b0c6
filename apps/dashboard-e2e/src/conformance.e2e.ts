import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toAnswers } from './conformance-answers';
import { cli, importCase, writeKit, type Case } from './conformance-kit';
import { askEverything, askSummary } from './conformance-questions';
import { Services } from './services';
import { TestDatabase } from './test-database';

/*
 * The conformance kit through the whole pipeline, as any vendor would run it: files are imported by
 * command, the API is asked, and its answers are scored against the truth. Once with two files, once
 * with PostgreSQL: importing takes nearly all of the time, and no test changes what the others ask.
 */

const ENGINES = ['SQLite', 'PostgreSQL'] as const;

type Engine = (typeof ENGINES)[number];

let services: Record<Engine, Services>;
let cases: Case[];
let kit: string;

/** Some thirty commands for each, every one a process of its own, also on a slow machine. */
const IMPORT_MS = 900_000;

test.beforeAll(async () => {
  test.setTimeout(IMPORT_MS);
  services = {
    SQLite: await Services.create(),
    PostgreSQL: await Services.create(new TestDatabase()),
  };
  kit = join(services.SQLite.folder, 'kit');
  cases = writeKit(kit);
  for (const engine of ENGINES) {
    for (const one of cases) importCase(services[engine], one);
    services[engine].startApi();
    await expect.poll(() => isReady(services[engine])).toBe(true);
  }
});

test.afterAll(async () => {
  for (const engine of ENGINES) expect(await services[engine].close()).toEqual([]);
});

const isReady = ({ url }: Services): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

for (const engine of ENGINES) {
  test(`the conformance kit scores 100 % through files, ${engine} and API`, async () => {
    const { folder, url } = services[engine];
    const answers = join(folder, 'answers');
    expect(cases.length).toBeGreaterThanOrEqual(10);
    mkdirSync(answers);
    for (const one of cases) {
      const given = toAnswers(await askSummary(url, one));
      writeFileSync(join(answers, `${one.name}.json`), JSON.stringify(given));
    }
    const score = spawnSync(process.execPath, [cli, 'conformance', 'score', kit, answers]);
    // What is wrong stands in the table of the command.
    expect(`${score.status === 0 ? '' : score.stdout}${score.stderr}`).toBe('');
  });

  test(`a rebuild of all derived tables in ${engine} changes no answer`, async () => {
    const before = await askEverything(services[engine].url, cases);
    services[engine].runCommand(['rebuild'], {});
    expect(await askEverything(services[engine].url, cases)).toEqual(before);
  });
}

test('both databases give the same answers', async () => {
  const answers = await askEverything(services.SQLite.url, cases);
  expect(Object.keys(answers).length).toBeGreaterThan(200);
  expect(await askEverything(services.PostgreSQL.url, cases)).toEqual(answers);
});
