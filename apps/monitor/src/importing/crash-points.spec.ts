import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useFolder } from '../testing/folder';
import { detachmentLine, grantLine } from '../testing/log-lines';
import { countLostBytes, query, readActive } from '../testing/query';
import { testSettings } from '../testing/settings';
import { importLogs } from './import-logs';

const folder = useFolder();
const script = join(__dirname, '../../dist/cli.js');
const FILES = 4;
/** More points than these would mean that the import never ends. */
const MAX_POINTS = 400;

/** Whether a process may be watched here: `strace` is there, and the system allows it. */
const canTrace =
  spawnSync('strace', [
    '-f',
    '-o',
    '/dev/null',
    '-e',
    'inject=fsync:signal=SIGKILL:when=999',
    'true',
  ]).status === 0;

/** Imports the logs; with a point, the process is killed as it is about to sync for the n-th time. */
function runImport(store: string, point?: number): NodeJS.Signals | number | null {
  const command = [process.execPath, script, 'import', folder.path('logs')];
  const inject = `inject=fsync,fdatasync:signal=SIGKILL:when=${point}`;
  const trace = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', inject];
  const [program = '', ...args] = point === undefined ? command : [...trace, ...command];
  const { status, signal } = spawnSync(program, args, {
    env: {
      ...process.env,
      HISTORY_DB: folder.path(store, 'history.db'),
      LIVE_DB: folder.path(store, 'license_manager.db'),
      LOG_TIME_ZONE: 'Europe/Paris',
    },
    stdio: 'ignore',
  });
  return signal ?? status;
}

const readAll = async (store: string) => ({
  events: await query(
    folder.path(store, 'history.db'),
    'SELECT wall_at, type, session_id, occurrence FROM license_events ORDER BY wall_at, line_hash',
  ),
  sessions: await query(
    folder.path(store, 'history.db'),
    'SELECT started_at, ended_at, closed_by FROM license_sessions ORDER BY started_at, session_id',
  ),
  active: (await readActive(folder.path(store, 'license_manager.db'))).map(({ user }) => user),
});

function writeLogs(): void {
  mkdirSync(folder.path('logs'));
  for (let file = 0; file < FILES; file++) {
    const user = `u${file}`;
    const ends = file % 2 === 0 ? detachmentLine(100 * file + 5, { user }) : 'garbage\n';
    const text = grantLine(100 * file, { user }) + grantLine(100 * file + 1) + ends;
    writeFileSync(folder.path('logs', `LicenseServer${file}.log`), text);
  }
}

(canTrace ? describe : describe.skip)('an import that is killed', () => {
  it('at any of the moments at which it syncs, and is run again, ends as one that was not', async () => {
    writeLogs();
    const settings = testSettings(folder.path, {
      HISTORY_DB: folder.path('oracle', 'history.db'),
      LIVE_DB: folder.path('oracle', 'license_manager.db'),
    });
    await importLogs(settings, [folder.path('logs')], () => undefined);
    const whole = await readAll('oracle');
    let point = 1;
    for (; point < MAX_POINTS; point++) {
      rmSync(folder.path('store'), { recursive: true, force: true });
      if (runImport('store', point) === 0) break;
      expect(runImport('store')).toBe(0);
      expect(await readAll('store')).toEqual(whole);
      expect(await countLostBytes(folder.path('store', 'history.db'))).toBe(0);
    }
    // Fewer would mean that nothing was killed.
    expect(point).toBeGreaterThan(FILES);
    expect(point).toBeLessThan(MAX_POINTS);
  }, 900_000);
});
