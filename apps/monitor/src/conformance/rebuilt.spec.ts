import { conformanceCases, type ConformanceCase } from '@license-monitor/log-synth';
import { importLogs } from '../importing/import-logs';
import { rebuild } from '../rebuilding/rebuild.command';
import type { MonitorSettings } from '../settings';
import { useFolder } from '../testing/folder';
import { testSettings } from '../testing/settings';
import { readDerived, readNamed, type StorePlaces } from '../testing/stored-rows';
import { TestDatabase } from '../testing/test-database';
import { writeKit } from './write-kit';

const folder = useFolder();
let database: TestDatabase;

beforeEach(() => {
  database = new TestDatabase();
});

afterEach(() => database.remove());

/** The directories of a case's logs: one, or one for each member of a cluster. */
const logsOf = ({ files }: ConformanceCase): string[] =>
  [...new Set(files.map(({ path }) => path.split('/')[0] ?? ''))].filter(
    (directory) => directory !== 'capacity',
  );

function settingsOf(
  { name, settings }: ConformanceCase,
  directory: string,
  url: string,
): MonitorSettings {
  const { '*': hours = 720, ...byProduct } = settings.sessionTimeoutHours;
  return testSettings(folder.path, {
    DATABASE_URL: url,
    SERVER_NAME: settings.cluster ? directory : name,
    SERVER_CLUSTER: settings.cluster ? name : '',
    LOG_TIME_ZONE: settings.timeZone,
    SESSION_TIMEOUT_HOURS: String(hours),
    SESSION_TIMEOUT_HOURS_BY_PRODUCT: Object.entries(byProduct)
      .map(([code, limit]) => `${code}=${limit}`)
      .join(),
    RESTART_GRACE_MINUTES: String(settings.restartGraceMinutes),
  });
}

/** Imports a case, and holds what is computed from its events against the same computed anew. */
async function importAndRebuild(one: ConformanceCase, url: string): Promise<StorePlaces> {
  for (const directory of logsOf(one)) {
    const settings = settingsOf(one, directory, url);
    await importLogs(settings, [folder.path('kit', one.name, directory)], () => undefined);
  }
  const files = {
    HISTORY_DB: folder.path('history.db'),
    LIVE_DB: folder.path('license_manager.db'),
  };
  const places =
    url === '' ? { history: files.HISTORY_DB, live: files.LIVE_DB } : { history: url, live: url };
  const derived = await readDerived(places);
  expect(derived.sessions.length).toBeGreaterThan(0);
  expect(derived.use.length).toBeGreaterThan(0);
  await rebuild({ ...files, DATABASE_URL: url === '' ? undefined : url });
  expect(await readDerived(places)).toEqual(derived);
  return places;
}

describe('the sessions, and the use, of a scenario of the conformance kit', () => {
  it.each(conformanceCases().map((one) => [one.name, one] as const))(
    'are the same, column by column, when they are computed anew, and in both databases: %s',
    async (_, one) => {
      writeKit(folder.path('kit'), [one]);
      const files = await importAndRebuild(one, '');
      const inPostgres = await importAndRebuild(one, database.url);
      expect(await readNamed(inPostgres)).toEqual(await readNamed(files));
    },
  );
});
