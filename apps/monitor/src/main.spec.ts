import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HistoryWriter } from '@license-monitor/db';
import { startChild, until } from './testing/child';
import { useFolder } from './testing/folder';
import { grantLine } from './testing/log-lines';
import { readActive } from './testing/query';

const folder = useFolder();
const script = join(__dirname, '../dist/main.js');

const start = (over: Readonly<Record<string, string>> = {}) =>
  startChild(script, [], {
    LOG_DIRECTORY: folder.path('logs'),
    HISTORY_DB: folder.path('history.db'),
    LIVE_DB: folder.path('license_manager.db'),
    LOG_TIME_ZONE: 'Europe/Paris',
    ...over,
  });

describe('the monitor as a process', () => {
  it('refuses wrong settings, names every fault, and exits with 78', async () => {
    const monitor = start({
      LOG_DIRECTORY: '',
      POLL_INTERVAL: 'often',
      LOG_TIME_ZONE: 'Mars/Olympus',
    });
    expect(await monitor.ended).toBe(78);
    expect(monitor.output().trim().split('\n')).toEqual([
      'LOG_DIRECTORY =  is empty: set it to the directory with the LicenseServer*.log files',
      'POLL_INTERVAL = often is not a number',
      'LOG_TIME_ZONE = Mars/Olympus is not an IANA time zone such as Europe/Paris',
    ]);
  });

  it('writes structured lines, stops on SIGTERM, and leaves stores that can be read', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(1));
    const monitor = start();
    await until(() => monitor.output().includes('"following"'));
    monitor.process.kill('SIGTERM');
    await monitor.ended;
    const lines = monitor.output().trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).not.toContain(
      'error',
    );
    expect(lines.at(-1)).toContain('"stopped"');
    expect(await readActive(folder.path('license_manager.db'))).toHaveLength(1);
  });

  it('ends when another process has taken over the history', async () => {
    mkdirSync(folder.path('logs'));
    const first = start();
    await until(() => first.output().includes('"waiting"'));
    await (await HistoryWriter.open(folder.path('history.db'), 'another monitor')).close();
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(1));
    expect(await first.ended).toBe(1);
    expect(first.output()).toContain('another monitor has taken over the history');
  });

  it('refuses to be the second writer of a history and says who the first is', async () => {
    mkdirSync(folder.path('logs'));
    const first = start();
    await until(() => first.output().includes('"waiting"'));
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(
      `is being written by the monitor, process ${first.process.pid}`,
    );
    first.process.kill('SIGTERM');
    await first.ended;
  });
});
