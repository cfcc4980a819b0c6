import { mkdirSync, writeFileSync } from 'node:fs';
import { useFolder } from '../testing/folder';
import { detachmentLine, grantLine } from '../testing/log-lines';
import { query, readActive } from '../testing/query';
import { testSettings } from '../testing/settings';
import { importLogs } from './import-logs';

const folder = useFolder();
const HOUR_S = 3600;
const nothing = () => undefined;

async function importLines(name: string, lines: readonly string[]) {
  mkdirSync(folder.path('logs'), { recursive: true });
  const file = folder.path('logs', name);
  writeFileSync(file, lines.join(''));
  const settings = testSettings(folder.path, { SESSION_TIMEOUT_HOURS: '24' });
  return importLogs(settings, [file], nothing);
}

const sessions = () =>
  query<Record<string, unknown>>(
    folder.path('history.db'),
    `SELECT u.name AS user, (ended_at - started_at) / 3600000 AS hours, closed_by
     FROM license_sessions JOIN users u ON u.id = user_id ORDER BY started_at`,
  );

describe('an import of logs that nobody follows any more', () => {
  it('closes what could no longer be alive when the last line was written, and no more', async () => {
    const summary = await importLines('LicenseServer1.log', [
      grantLine(0, { user: 'ann' }),
      grantLine(20 * HOUR_S, { user: 'bob' }),
      grantLine(40 * HOUR_S, { user: 'eve' }),
      detachmentLine(41 * HOUR_S, { user: 'eve' }),
    ]);
    expect(summary).toMatchObject({ closedSessions: 1, openSessions: 1 });
    expect(await sessions()).toEqual([
      { user: 'ann', hours: 24, closed_by: 3 },
      { user: 'bob', hours: null, closed_by: null },
      { user: 'eve', hours: 1, closed_by: 0 },
    ]);
    expect(await readActive(folder.path('license_manager.db'))).toMatchObject([{ user: 'bob' }]);
  });

  it('takes the real end where a file that is imported later has it', async () => {
    await importLines('LicenseServer1.log', [
      grantLine(0, { user: 'ann' }),
      grantLine(40 * HOUR_S, { user: 'eve' }),
    ]);
    expect(await sessions()).toMatchObject([{ user: 'ann', closed_by: 3 }, { user: 'eve' }]);
    await importLines('LicenseServer2.log', [detachmentLine(41 * HOUR_S, { user: 'ann' })]);
    expect(await sessions()).toMatchObject([
      { user: 'ann', hours: 41, closed_by: 0 },
      { user: 'eve', closed_by: null },
    ]);
  });
});
