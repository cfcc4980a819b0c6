import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapacityCollector } from './capacity-collector';
import { CapacitySchedule } from './capacity.schedule';
import { tellReports } from '../testing/capacity';
import { startChild, until } from '../testing/child';
import { useFolder } from '../testing/folder';
import { toolOutput, usageTable } from '../testing/tool-output';

const folder = useFolder();

/** A collector that only tells what it is asked to do. */
function startSchedule(pollMinutes: number) {
  const done: string[] = [];
  const collector: Pick<CapacityCollector, 'readFiles' | 'poll'> = {
    readFiles: async () => void done.push('files'),
    poll: async () => void done.push('poll'),
  };
  return { done, schedule: new CapacitySchedule(collector, pollMinutes) };
}

describe('the schedule of capacity', () => {
  it('reads files at the start and each minute, and polls as often as it is told', async () => {
    const { done, schedule } = startSchedule(2);
    schedule.onApplicationBootstrap();
    await schedule.settle();
    for (let minute = 0; minute < 3; minute++) {
      schedule.tick();
      await schedule.settle();
    }
    expect(done.join(' ')).toBe('files files poll files files poll');
  });

  it('polls never where the minutes are 0', async () => {
    const { done, schedule } = startSchedule(0);
    schedule.tick();
    await schedule.settle();
    expect(done).toEqual(['files']);
  });

  it('begins nothing a second time while it runs, and puts a poll off', async () => {
    const { done, schedule } = startSchedule(60);
    schedule.onApplicationBootstrap();
    schedule.tick();
    await schedule.settle();
    expect(done).toEqual(['files']);
    schedule.tick();
    await schedule.settle();
    expect(done).toEqual(['files', 'files', 'poll']);
  });
});

const environment = (over: Readonly<Record<string, string>>) => ({
  LOG_DIRECTORY: folder.path('logs'),
  HISTORY_DB: folder.path('history.db'),
  LIVE_DB: folder.path('license_manager.db'),
  LOG_TIME_ZONE: 'Europe/Paris',
  ...over,
});
const start = (over: Readonly<Record<string, string>>) =>
  startChild(join(__dirname, '../../dist/main.js'), [], environment(over));

describe('the monitor', () => {
  it('keeps at its start what the files say', async () => {
    for (const name of ['logs', 'capacity']) mkdirSync(folder.path(name));
    writeFileSync(folder.path('own.yaml'), 'entitlements: [{product: KIN, seats: 7}]');
    writeFileSync(folder.path('capacity', '2025-05-19.csv'), toolOutput(usageTable({})));
    // A file as young as this may not be whole: a monitor that starts quickly would wait a minute.
    utimesSync(folder.path('capacity', '2025-05-19.csv'), new Date(0), new Date(0));
    const monitor = start({
      ENTITLEMENTS_FILE: folder.path('own.yaml'),
      CAPACITY_DIRECTORY: folder.path('capacity'),
    });
    await until(() => monitor.output().includes('2025-05-19.csv'));
    monitor.process.kill('SIGTERM');
    await monitor.ended;
    expect(await tellReports(folder.path('history.db'))).toEqual([
      'dsls usageCsv: MD2 5',
      'dsls manual: KIN 7',
    ]);
  });

  it('starts with a file kept by hand that has faults, and tells them', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(folder.path('own.yaml'), 'entitlements: [{product: KIN}]');
    const monitor = start({ ENTITLEMENTS_FILE: folder.path('own.yaml') });
    await until(() => /entry 1, seats: is neither/.test(monitor.output()));
    monitor.process.kill('SIGTERM');
    await monitor.ended;
  });

  it('does not start where it is not said whom to ask', async () => {
    const monitor = start({ CAPACITY_POLL_MINUTES: '60' });
    expect(await monitor.ended).toBe(78);
    expect(monitor.output()).toContain('DSLICSRV_COMMAND is missing');
  });
});
