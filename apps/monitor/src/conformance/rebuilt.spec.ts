import { conformanceCases, type ConformanceCase } from '@license-monitor/log-synth';
import { importLogs } from '../importing/import-logs';
import { rebuild } from '../rebuilding/rebuild.command';
import type { MonitorSettings } from '../settings';
import { useFolder } from '../testing/folder';
import { query, readActive } from '../testing/query';
import { testSettings } from '../testing/settings';
import { writeKit } from './write-kit';

const folder = useFolder();

/** The directories of a case's logs: one, or one for each member of a cluster. */
const logsOf = ({ files }: ConformanceCase): string[] =>
  [...new Set(files.map(({ path }) => path.split('/')[0] ?? ''))].filter(
    (directory) => directory !== 'capacity',
  );

function settingsOf({ name, settings }: ConformanceCase, directory: string): MonitorSettings {
  const { '*': hours = 720, ...byProduct } = settings.sessionTimeoutHours;
  return testSettings(folder.path, {
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

const readSessions = () =>
  query(folder.path('history.db'), 'SELECT * FROM license_sessions ORDER BY id');

const readUse = () =>
  query(
    folder.path('history.db'),
    `SELECT server_id, product_id, model, day, part, in_use_before, in_use, last_at, hex(steps) AS steps
       FROM use_days ORDER BY server_id, product_id, model, day, part`,
  );

describe('the sessions, and the use, of a scenario of the conformance kit', () => {
  it.each(conformanceCases().map((one) => [one.name, one] as const))(
    'are the same, column by column, when they are computed anew: %s',
    async (name, one) => {
      writeKit(folder.path('kit'), [one]);
      for (const directory of logsOf(one)) {
        const settings = settingsOf(one, directory);
        await importLogs(settings, [folder.path('kit', name, directory)], () => undefined);
      }
      const live = folder.path('license_manager.db');
      const [sessions, active] = [await readSessions(), await readActive(live)];
      const use = await readUse();
      expect(sessions.length).toBeGreaterThan(0);
      expect(use.length).toBeGreaterThan(0);
      await rebuild({ HISTORY_DB: folder.path('history.db'), LIVE_DB: live });
      expect(await readSessions()).toEqual(sessions);
      expect(await readUse()).toEqual(use);
      expect(await readActive(live)).toEqual(active);
    },
  );
});
