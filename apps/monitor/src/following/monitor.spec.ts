import { ConsoleLogger, type INestApplicationContext } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Test } from '@nestjs/testing';
import {
  appendFileSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { MonitorModule } from '../monitor.module';
import { Stores } from '../stores';
import { until } from '../testing/child';
import { useFolder } from '../testing/folder';
import { detachmentLine, grantLine } from '../testing/log-lines';
import { query, readActive } from '../testing/query';
import { testSettings } from '../testing/settings';
import { TimeoutSweepSchedule } from '../upkeep/timeout-sweep.schedule';

const folder = useFolder();
let app: INestApplicationContext | undefined;
let stores: Stores;

/** Starts a monitor of one licence server, or of several that differ in these settings. */
async function start(
  over: Readonly<Record<string, string>> = {},
  ...more: readonly Readonly<Record<string, string>>[]
): Promise<INestApplicationContext> {
  const read = (own: Readonly<Record<string, string>>) =>
    testSettings(folder.path, { POLL_INTERVAL: '0.05', ...own });
  const settings = read(over);
  stores = await Stores.open(settings, 'a test');
  const module = await Test.createTestingModule({
    imports: [MonitorModule.create([settings, ...more.map(read)], stores)],
  })
    .setLogger(new ConsoleLogger({ logLevels: ['fatal'] }))
    .compile();
  app = await module.init();
  return app;
}

afterEach(async () => {
  await app?.close();
  app = undefined;
  await stores.close();
});

const active = async () =>
  (await readActive(folder.path('license_manager.db'))).map(({ user }) => user);
const status = async () => {
  const rows = await query<{ state: string; problem: string | null }>(
    folder.path('license_manager.db'),
    'SELECT state, problem FROM monitor_status',
  );
  return rows[0];
};
const hasState = (state: string) => async () => (await status())?.state === state;

/** A sweep closes nothing while lines may be unread; so may it be at any moment, for a moment. */
const sweepUntilOpen = (context: INestApplicationContext, users: readonly string[]) =>
  until(async () => {
    await context.get(TimeoutSweepSchedule).sweep();
    return (await active()).join() === users.join();
  });

describe('the monitor', () => {
  it('follows a growing log until it is closed', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(1));
    await start();
    await until(async () => (await active()).length === 1);
    appendFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(2, { user: 'bob' }));
    await until(async () => (await active()).length === 2);
    writeFileSync(folder.path('logs', 'LicenseServer2.log'), detachmentLine(3));
    await until(async () => (await active()).join() === 'bob');
    expect(await status()).toEqual({ state: 'ok', problem: null });
    await app?.close();
    expect((await status())?.state).toBe('stopped');
    app = undefined;
  });

  it.each([
    ['with notifications', 'false'],
    ['without', 'true'],
  ])('sees each line of a burst although no further one follows: %s', async (_, onShare) => {
    mkdirSync(folder.path('logs'));
    await start({ LOG_ON_SHARE: onShare });
    const users: string[] = [];
    for (const pauseMs of [0, 5, 10, 20, 30, 40, 50]) {
      const user = `u${users.push(`u${users.length}`) - 1}`;
      appendFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(users.length, { user }));
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    await until(async () => (await active()).length === users.length);
    expect(await active()).toEqual(users);
  });

  it('counts what following comes to', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(1));
    await start();
    await until(async () => (await active()).length === 1);
    renameSync(
      folder.path('logs', 'LicenseServer1.log'),
      folder.path('logs', 'LicenseServer0.log'),
    );
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(2, { user: 'bob' }));
    await until(async () => (await active()).length === 2);
    await app?.close();
    app = undefined;
    const [row] = await query<{ counts: string }>(
      folder.path('license_manager.db'),
      'SELECT counts FROM monitor_status',
    );
    const counts = JSON.parse(row?.counts ?? '') as Record<string, number>;
    expect(counts).toMatchObject({ newFiles: 2, movedFiles: 1, replacedFiles: 0, chunks: 2 });
    expect(counts['looks']).toBeGreaterThanOrEqual(counts['looksWithNews'] ?? Infinity);
  });

  it('pairs across the members of a failover cluster, after a restart, too', async () => {
    const members = ['lic-a', 'lic-b', 'lic-c'].map((name) => ({
      SERVER_NAME: name,
      SERVER_CLUSTER: 'pool',
      LOG_DIRECTORY: folder.path(name),
    }));
    for (const { LOG_DIRECTORY } of members) mkdirSync(LOG_DIRECTORY);
    const write = (member: string, line: string) =>
      appendFileSync(folder.path(member, 'LicenseServer1.log'), line);
    const [first, ...others] = members;
    await start(first, ...others);
    write('lic-a', grantLine(1));
    await until(async () => (await active()).join() === 'ann');
    write('lic-b', grantLine(2) + grantLine(3, { user: 'bob' }));
    await until(async () => (await active()).join() === 'ann,bob');
    await app?.close();
    await stores.close();

    await start(first, ...others);
    write('lic-c', detachmentLine(4, { user: 'bob' }));
    await until(async () => (await active()).join() === 'ann');
    write('lic-b', detachmentLine(5));
    await until(async () => (await active()).length === 0);
    write('lic-a', detachmentLine(6) + grantLine(7, { user: 'eve' }));
    await until(async () => (await active()).join() === 'eve');
    const sessions = await query(
      folder.path('history.db'),
      `SELECT s.name, ended_at IS NULL AS isOpen, granted_by, ended_by
       FROM license_sessions x JOIN servers s ON s.id = x.server_id ORDER BY x.id`,
    );
    expect(sessions).toMatchObject([
      { name: 'pool', isOpen: 0, granted_by: '2,3', ended_by: '3,2' },
      { name: 'pool', isOpen: 0 },
      { name: 'pool', isOpen: 1 },
    ]);
  });

  it('follows several licence servers, each by its own zone; one in trouble keeps none waiting', async () => {
    const servers = [
      { SERVER_NAME: 'paris', LOG_DIRECTORY: folder.path('paris'), LOG_TIME_ZONE: 'Europe/Paris' },
      { SERVER_NAME: 'tokyo', LOG_DIRECTORY: folder.path('tokyo'), LOG_TIME_ZONE: 'Asia/Tokyo' },
      { SERVER_NAME: 'gone', LOG_DIRECTORY: folder.path('gone') },
    ] as const;
    // The very same line: of two servers it is two events.
    for (const name of ['paris', 'tokyo']) {
      mkdirSync(folder.path(name));
      writeFileSync(folder.path(name, 'LicenseServer1.log'), grantLine(1));
    }
    await start(...servers);
    await until(async () => (await active()).length === 2);
    const rows = await query<{ name: string; started_at: number }>(
      folder.path('history.db'),
      'SELECT s.name, x.started_at FROM license_sessions x JOIN servers s ON s.id = x.server_id',
    );
    const hours = rows.map(({ name, started_at: at }) => [name, new Date(at).getUTCHours()]);
    expect(Object.fromEntries(hours)).toEqual({ paris: 6, tokyo: 23 });
    const states = async () =>
      query(folder.path('license_manager.db'), 'SELECT server, state FROM monitor_status');
    await until(async () => (await states()).length === 3);
    expect(await states()).toEqual(
      expect.arrayContaining([
        { server: 'paris', state: 'ok' },
        { server: 'tokyo', state: 'ok' },
        { server: 'gone', state: 'degraded' },
      ]),
    );
  });

  it('tells of a file that cannot be read, follows the others, and closes no session meanwhile', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(folder.path('secret.log'), grantLine(1));
    symlinkSync(folder.path('secret.log'), folder.path('logs', 'LicenseServer1.log'));
    writeFileSync(folder.path('logs', 'LicenseServer2.log'), grantLine(2, { user: 'bob' }));
    await start();
    await until(hasState('degraded'));
    expect((await status())?.problem).toContain('out of the directory. Put the log itself there');
    expect(await active()).toEqual(['bob']);
    await app?.get(TimeoutSweepSchedule).sweep();
    expect(await active()).toEqual(['bob']);
    unlinkSync(folder.path('logs', 'LicenseServer1.log'));
    await until(hasState('ok'));
  });

  it('waits for a log directory that is not there, says how to mend it, and goes on by itself', async () => {
    await start();
    await until(hasState('degraded'));
    expect((await status())?.problem).toContain(
      `${folder.path('logs')} does not exist. Create it, or set LOG_DIRECTORY`,
    );
    mkdirSync(folder.path('logs'));
    await until(hasState('waiting'));
    expect((await status())?.problem).toContain('matches LicenseServer*.log yet');
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(1));
    await until(hasState('ok'));
    expect(await active()).toEqual(['ann']);
  });

  it('closes lost sessions on schedule, by an event of the history', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(1));
    const context = await start();
    await until(hasState('ok'));
    expect(context.get(SchedulerRegistry).getCronJobs().size).toBe(2);
    await sweepUntilOpen(context, []);
    expect(
      await query(
        folder.path('history.db'),
        'SELECT type, swept_id FROM license_events WHERE id = 2',
      ),
    ).toEqual([{ type: 8, swept_id: 1 }]);
  });

  it('leaves a session open whose product has a longer limit than the others', async () => {
    mkdirSync(folder.path('logs'));
    const twoHoursAgo = Math.floor(Date.now() / 1000) - 7200 - Date.UTC(2025, 4, 19, 8) / 1000;
    const lines = [
      grantLine(twoHoursAgo, { user: 'ann', product: 'MD2' }),
      grantLine(twoHoursAgo, { user: 'bob', product: 'KIN' }),
    ];
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), lines.join(''));
    const context = await start({
      LOG_TIME_ZONE: 'UTC',
      SESSION_TIMEOUT_HOURS: '1',
      SESSION_TIMEOUT_HOURS_BY_PRODUCT: 'MD2=3',
    });
    await until(hasState('ok'));
    expect(await active()).toEqual(['ann', 'bob']);
    await sweepUntilOpen(context, ['ann']);
  });

  it('closes no session while unread lines may still end it', async () => {
    await start();
    await until(hasState('degraded'));
    await app?.get(TimeoutSweepSchedule).sweep();
    expect(await query(folder.path('history.db'), 'SELECT id FROM license_events')).toEqual([]);
  });
});
