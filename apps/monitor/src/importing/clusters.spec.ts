import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createIngestor } from '../ingestion/create-ingestor';
import type { MonitorSettings } from '../settings';
import { Stores } from '../stores';
import { useFolder } from '../testing/folder';
import { detachmentLine, grantLine } from '../testing/log-lines';
import { query, readActive } from '../testing/query';
import { testSettings } from '../testing/settings';
import { writeSimulatedLogs } from '../testing/simulated-logs';
import { importLogs } from './import-logs';

const folder = useFolder();
const MEMBERS = ['lic-a', 'lic-b', 'lic-c'] as const;

const settingsOf = (store: string, over: Readonly<Record<string, string>> = {}): MonitorSettings =>
  testSettings(folder.path, {
    HISTORY_DB: folder.path(`${store}.history.db`),
    LIVE_DB: folder.path(`${store}.live.db`),
    ...over,
  });

const asMember = (store: string, member: string) =>
  settingsOf(store, { SERVER_NAME: member, SERVER_CLUSTER: 'pool' });

/** Writes the log of each member and imports them, one command each. */
async function importMembers(store: string, logs: readonly string[]): Promise<void> {
  for (const [nth, member] of MEMBERS.entries()) {
    mkdirSync(folder.path(store, member), { recursive: true });
    const file = folder.path(store, member, 'LicenseServer1.log');
    writeFileSync(file, logs[nth] ?? '');
    await importLogs(asMember(store, member), [file], () => undefined);
  }
}

const readSessions = (store: string) =>
  query(
    settingsOf(store).HISTORY_DB,
    `SELECT p.code, u.name AS user, x.session_id, x.started_at, x.ended_at, x.closed_by
     FROM license_sessions x JOIN products p ON p.id = x.product_id JOIN users u ON u.id = x.user_id
     ORDER BY x.started_at, x.ended_at, x.session_id, p.code, u.name`,
  );

/** The lines of a simulated week in which the server never stops. */
async function simulateWeek(): Promise<string[]> {
  await writeSimulatedLogs(folder.path('simulated'), {
    from: '2025-10-12T22:00:00Z',
    to: '2025-10-19T22:00:00Z',
    seed: 11,
  });
  const texts = readdirSync(folder.path('simulated'))
    .sort()
    .map((name) => readFileSync(folder.path('simulated', name), 'utf8'));
  return texts.join('').split(/(?<=\n)/);
}

/** Grants of a session come from one member, ends from whichever it is the turn of. */
function memberOf(line: string, at: number): number {
  const [, , product = '', session = ''] = line.split('!');
  const isGrant = line.includes('Grant!');
  return isGrant
    ? [...product, ...session].reduce((sum, one) => sum + one.charCodeAt(0), 0) % 3
    : at % 3;
}

describe('the logs of a failover cluster', () => {
  it('give the sessions of one server, whichever member wrote which line', async () => {
    const usage = (await simulateWeek()).filter((line) => line.includes('USGTRACING'));
    const whole = folder.path('LicenseServer1.log');
    writeFileSync(whole, usage.join(''));
    await importLogs(settingsOf('alone'), [whole], () => undefined);
    const expected = await readSessions('alone');
    expect(expected.length).toBeGreaterThan(500);

    // A client stays with its member until that is out of reach: ends come from any.
    const dealt = MEMBERS.map((_, nth) => usage.filter((line, at) => memberOf(line, at) === nth));
    await importMembers(
      'dealt',
      dealt.map((lines) => lines.join('')),
    );
    expect(await readSessions('dealt')).toEqual(expected);
  });

  it('give the sessions of one server also where all lines are of one day', async () => {
    const usage = (await simulateWeek()).filter((line) => /^2025\/10\/13.*USGTRACING/.test(line));
    const whole = folder.path('LicenseServer1.log');
    writeFileSync(whole, usage.join(''));
    await importLogs(settingsOf('alone'), [whole], () => undefined);
    const dealt = MEMBERS.map((_, nth) => usage.filter((line, at) => memberOf(line, at) === nth));
    await importMembers(
      'dealt',
      dealt.map((lines) => lines.join('')),
    );
    const expected = await readSessions('alone');
    expect(expected.length).toBeGreaterThan(30);
    expect(await readSessions('dealt')).toEqual(expected);
  });

  it('give each session once where every member wrote every line', async () => {
    const usage = (await simulateWeek()).filter((line) => line.includes('USGTRACING'));
    const whole = folder.path('LicenseServer1.log');
    writeFileSync(whole, usage.join(''));
    await importLogs(settingsOf('alone'), [whole], () => undefined);
    await importMembers(
      'repeated',
      MEMBERS.map(() => usage.join('')),
    );
    expect(await readSessions('repeated')).toEqual(await readSessions('alone'));
  });

  it('show open sessions under the name of the cluster, also when folded anew', async () => {
    await importMembers('store', [grantLine(1), grantLine(2, { user: 'bob' }), detachmentLine(3)]);
    const { LIVE_DB } = settingsOf('store');
    const expected = [{ user: 'bob', server: 'pool' }];
    expect(await readActive(LIVE_DB)).toMatchObject(expected);
    const settings = asMember('store', 'lic-a');
    const stores = await Stores.open(settings, 'a test');
    const serverId = await stores.addServer(settings);
    await createIngestor(stores, new Map([[serverId, settings]])).rebuild();
    await stores.close();
    expect(await readActive(LIVE_DB)).toMatchObject(expected);
  });

  it('of servers that stood alone before become those of one pool', async () => {
    for (const [member, line] of [
      ['lic-a', grantLine(1)],
      ['lic-b', detachmentLine(5)],
    ] as const) {
      mkdirSync(folder.path(member));
      writeFileSync(folder.path(member, 'LicenseServer1.log'), line);
      const settings = settingsOf('store', { SERVER_NAME: member });
      await importLogs(settings, [folder.path(member)], () => undefined);
    }
    expect(await readSessions('store')).toHaveLength(2);
    await importMembers('store', [grantLine(1), detachmentLine(5), '']);
    expect(await readSessions('store')).toMatchObject([{ user: 'ann', closed_by: 0 }]);
  });
});
