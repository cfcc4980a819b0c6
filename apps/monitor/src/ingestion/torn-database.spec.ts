import { appendFileSync, cpSync, mkdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { useFolder } from '../testing/folder';
import { detachmentLine, grantLine } from '../testing/log-lines';
import { countLostBytes, query, readActive } from '../testing/query';
import { startReader } from '../testing/reader';
import { testSettings } from '../testing/settings';

const folder = useFolder();
const COMMITS = 12;
const CUTS = 50;
const log = () => folder.path('logs', 'LicenseServer1.log');
const databases = ['history.db', 'license_manager.db'];

/** Follows a log that grows, commit by commit; the process then ends without closing anything. */
async function followWithoutEnd(): Promise<{ close: () => Promise<void> }> {
  mkdirSync(folder.path('logs'));
  const reader = await startReader(testSettings(folder.path));
  for (let at = 0; at < COMMITS; at++) {
    const user = `u${at}`;
    appendFileSync(log(), grantLine(10 * at, { user }));
    if (at % 3 === 2) appendFileSync(log(), detachmentLine(10 * at + 5, { user }));
    await reader.sweep();
    if (at === COMMITS / 2) copyDatabases('backup');
  }
  copyDatabases('crashed');
  return reader;
}

function copyDatabases(to: string): void {
  for (const name of databases) {
    for (const end of ['', '-wal']) cpSync(folder.path(name + end), folder.path(to, name + end));
  }
}

const readAll = async (from: string) => ({
  events: await query(
    folder.path(from, 'history.db'),
    'SELECT wall_at, type, occurrence FROM license_events ORDER BY wall_at',
  ),
  sessions: await query(
    folder.path(from, 'history.db'),
    'SELECT started_at, ended_at, closed_by FROM license_sessions ORDER BY started_at',
  ),
  active: (await readActive(folder.path(from, 'license_manager.db'))).map(({ user }) => user),
});

/** What a monitor makes of these databases and the log as it is now. */
async function readOn(from: string) {
  const settings = testSettings(folder.path, {
    HISTORY_DB: folder.path(from, 'history.db'),
    LIVE_DB: folder.path(from, 'license_manager.db'),
  });
  const reader = await startReader(settings);
  await reader.sweep();
  await reader.close();
  expect(await countLostBytes(settings.HISTORY_DB)).toBe(0);
  expect(await query(settings.HISTORY_DB, 'PRAGMA integrity_check')).toEqual([
    { integrity_check: 'ok' },
  ]);
  return readAll(from);
}

describe('databases after a power cut', () => {
  it(`that keeps any part of what was written last are read on without loss, ${CUTS} cuts`, async () => {
    const reader = await followWithoutEnd();
    const whole = await readAll('crashed');
    expect(whole.events).toHaveLength(COMMITS + COMMITS / 3);
    const size = statSync(folder.path('crashed', 'history.db-wal')).size;
    for (let cut = 0; cut < CUTS; cut++) {
      rmSync(folder.path('torn'), { recursive: true, force: true });
      cpSync(folder.path('crashed'), folder.path('torn'), { recursive: true });
      const name = cut % 2 === 0 ? 'history.db-wal' : 'license_manager.db-wal';
      const length = Math.floor(
        (Math.min(size, statSync(folder.path('torn', name)).size) * cut) / CUTS,
      );
      truncateSync(folder.path('torn', name), length);
      expect(await readOn('torn')).toEqual(whole);
    }
    await reader.close();
  }, 120_000);
});

describe('databases that were restored from a backup', () => {
  it('are read on from where the backup stood, with nothing twice', async () => {
    const reader = await followWithoutEnd();
    expect((await readAll('backup')).events.length).toBeLessThan(COMMITS);
    expect(await readOn('backup')).toEqual(await readAll('crashed'));
    await reader.close();
  });
});
