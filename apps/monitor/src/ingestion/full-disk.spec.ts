import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeTrouble } from '../following/describe-trouble';
import { useFolder } from '../testing/folder';
import { detachmentLine, grantLine } from '../testing/log-lines';
import { countLostBytes, countRows, readActive } from '../testing/query';
import { startReader } from '../testing/reader';
import { testSettings } from '../testing/settings';

const folder = useFolder();
const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
const unmount = (path: string) => spawnSync('umount', ['-l', path]).status === 0;

/** A small disk needs the right to mount one: where it is refused, these tests are left out. */
function canMount(): boolean {
  const path = mkdtempSync(join(tmpdir(), 'license-monitor-mount-'));
  const can = mount('-t', 'tmpfs', '-o', 'size=64k', 'license-monitor-test', path);
  if (can) unmount(path);
  rmdirSync(path);
  return can;
}

const settings = () =>
  testSettings(folder.path, {
    HISTORY_DB: folder.path('small', 'history.db'),
    LIVE_DB: folder.path('small', 'license_manager.db'),
  });

(canMount() ? describe : describe.skip)('a real disk that is full', () => {
  beforeEach(() => {
    mkdirSync(folder.path('logs'));
    mkdirSync(folder.path('small'));
    mount('-t', 'tmpfs', '-o', 'size=1m', 'license-monitor-test', folder.path('small'));
  });
  afterEach(() => unmount(folder.path('small')));

  it('is told, and once there is space again nothing is lost or repeated', async () => {
    const file = folder.path('logs', 'LicenseServer1.log');
    const lines = Array.from({ length: 9_000 }, (_, at) => grantLine(at, { session: `s${at}` }));
    writeFileSync(file, lines.join(''));
    const reader = await startReader(settings());
    const look = () =>
      reader.sweep().then(
        () => undefined,
        (error: unknown) => describeTrouble(error, settings()),
      );
    expect(await look()).toContain('is full. Free some space');
    expect(await look()).toContain('is full. Free some space');
    mount('-o', 'remount,size=64m', folder.path('small'));
    appendFileSync(file, detachmentLine(9_100, { session: 's0' }));
    expect(await look()).toBeUndefined();
    const { HISTORY_DB, LIVE_DB } = settings();
    expect(await countRows(HISTORY_DB)).toMatchObject({ license_events: 9_001 });
    expect(await countLostBytes(HISTORY_DB)).toBe(0);
    expect(await readActive(LIVE_DB)).toHaveLength(8_999);
    await reader.close();
  });
});
