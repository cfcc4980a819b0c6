import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { importLogs } from '../importing/import-logs';
import { Stores } from '../stores';
import { useFolder } from '../testing/folder';
import { grantLine } from '../testing/log-lines';
import { query, readActive } from '../testing/query';
import { testSettings } from '../testing/settings';
import { writeSimulatedLogs } from '../testing/simulated-logs';
import { reconvert } from './reconvert';

const folder = useFolder();

const settingsOf = (store: string, zone: string) =>
  testSettings(folder.path, {
    LOG_TIME_ZONE: zone,
    HISTORY_DB: folder.path(`${store}.history.db`),
    LIVE_DB: folder.path(`${store}.live.db`),
  });

async function read(store: string) {
  const { HISTORY_DB, LIVE_DB } = settingsOf(store, 'UTC');
  return {
    events: await query(
      HISTORY_DB,
      `SELECT wall_at, line_hash, occurrence, at, time_flag FROM license_events
       WHERE stream_id IS NOT NULL ORDER BY wall_at, line_hash, occurrence`,
    ),
    messages: await query(HISTORY_DB, 'SELECT id, wall_at, at FROM server_messages ORDER BY id'),
    streams: await query(
      HISTORY_DB,
      'SELECT path, last_wall_at, last_line_at, is_second_pass FROM log_streams ORDER BY path',
    ),
    sessions: await query(
      HISTORY_DB,
      `SELECT session_id, product_id, started_at, ended_at, closed_by, uncertain_since, is_negative
       FROM license_sessions ORDER BY started_at, ended_at, session_id, product_id`,
    ),
    zones: await query(HISTORY_DB, 'SELECT time_zone FROM servers'),
    active: (await readActive(LIVE_DB)).length,
  };
}

describe('reconvert', () => {
  it('gives what reading the logs with the right zone would have given, over a clock change', async () => {
    mkdirSync(folder.path('logs'));
    await writeSimulatedLogs(folder.path('logs'), {
      from: '2025-10-20T22:00:00Z',
      to: '2025-10-28T22:00:00Z',
      seed: 3,
    });
    expect(readdirSync(folder.path('logs')).length).toBeGreaterThan(1);
    const load = (store: string, zone: string) =>
      importLogs(settingsOf(store, zone), [folder.path('logs')], () => undefined);
    await load('right', 'Europe/Paris');
    await load('wrong', 'America/New_York');
    const expected = await read('right');
    expect((await read('wrong')).events).not.toEqual(expected.events);

    await expect(load('wrong', 'Europe/Paris')).rejects.toThrow(
      'were read in America/New_York: set it back, or give the whole history the new zone',
    );
    await reconvert(settingsOf('wrong', 'Europe/Paris'));
    expect(await read('wrong')).toEqual(expected);
  });

  it('refuses a server that the history does not know', async () => {
    await expect(reconvert(settingsOf('store', 'UTC'))).rejects.toThrow('is not in the history');
  });

  it('moves the assumed end of a session with its start, and leaves the history append-only', async () => {
    mkdirSync(folder.path('logs'));
    const settings = settingsOf('store', 'UTC');
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(0));
    await importLogs(settings, [folder.path('logs')], () => undefined);
    const stores = await Stores.open(settings, 'a test');
    await stores.history.sweep(Date.now(), { maxAgeMs: () => 3_600_000, restartGraceMs: 0 });
    await stores.close();

    await reconvert(settingsOf('store', 'Asia/Kolkata'));
    const eight = Date.parse('2025-05-19T08:00:00+05:30');
    expect(
      await query(settings.HISTORY_DB, 'SELECT started_at, ended_at FROM license_sessions'),
    ).toEqual([{ started_at: eight, ended_at: eight + 3_600_000 }]);
    expect(
      await query(
        settings.HISTORY_DB,
        "SELECT name FROM sqlite_master WHERE name = 'license_events_refuse_update'",
      ),
    ).toHaveLength(1);
  });
});
