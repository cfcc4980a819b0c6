import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { useFolder } from '../testing/folder';
import { detachmentLine, grantLine, usageLine } from '../testing/log-lines';
import { countLostBytes, query, readActive } from '../testing/query';
import { startReader } from '../testing/reader';
import { testSettings } from '../testing/settings';
import { writeSimulatedLogs } from '../testing/simulated-logs';
import { importLogs } from './import-logs';

const folder = useFolder();

const settingsOf = (store: string) =>
  testSettings(folder.path, {
    HISTORY_DB: folder.path(`${store}.history.db`),
    LIVE_DB: folder.path(`${store}.live.db`),
  });

/** Imports files one by one, each as a command of its own. */
async function importOneByOne(store: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await importLogs(settingsOf(store), [folder.path('logs', name)], () => undefined);
  }
}

/** Cuts the simulated logs anew, so that sessions span several of them. */
function splitLogs(count: number): string[] {
  mkdirSync(folder.path('logs'));
  const texts = readdirSync(folder.path('simulated'))
    .sort()
    .map((name) => readFileSync(folder.path('simulated', name), 'utf8'));
  const lines = texts.join('').split(/(?<=\n)/);
  const length = Math.ceil(lines.length / count);
  return Array.from({ length: count }, (_, at) => {
    const name = `LicenseServer${at}.log`;
    const part = lines.slice(at * length, (at + 1) * length);
    writeFileSync(folder.path('logs', name), part.join(''));
    return name;
  });
}

async function read(store: string) {
  const { HISTORY_DB, LIVE_DB } = settingsOf(store);
  expect(await countLostBytes(HISTORY_DB)).toBe(0);
  const sessions = await query(
    HISTORY_DB,
    `SELECT p.code, u.name AS user, x.session_id, x.started_at, x.ended_at, x.closed_by,
       x.end_uncertainty_ms, x.uncertain_since, x.is_negative
     FROM license_sessions x JOIN products p ON p.id = x.product_id JOIN users u ON u.id = x.user_id
     ORDER BY x.started_at, x.ended_at, x.session_id, p.code, u.name`,
  );
  const active = await readActive(LIVE_DB);
  return { sessions, active: active.map(({ user }) => String(user)).sort() };
}

describe('logs that are imported', () => {
  it('newest first, or in any order, give the sessions of those imported oldest first', async () => {
    await writeSimulatedLogs(folder.path('simulated'), {
      from: '2025-10-20T22:00:00Z',
      to: '2025-10-28T22:00:00Z',
      seed: 5,
    });
    const names = splitLogs(8);
    await importOneByOne('inOrder', names);
    await importOneByOne('newestFirst', [...names].reverse());
    const mixed = [3, 7, 0, 5, 1, 6, 2, 4].map((at) => String(names[at]));
    await importOneByOne('mixed', mixed);
    const expected = await read('inOrder');
    expect(expected.sessions.length).toBeGreaterThan(1000);
    expect(await read('newestFirst')).toEqual(expected);
    expect(await read('mixed')).toEqual(expected);
  });

  it('after younger ones close the sessions that only seemed to begin without a grant', async () => {
    mkdirSync(folder.path('logs'));
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), grantLine(1));
    writeFileSync(folder.path('logs', 'LicenseServer2.log'), detachmentLine(9));
    await importOneByOne('store', ['LicenseServer2.log']);
    expect((await read('store')).sessions).toMatchObject([{ started_at: null }]);
    await importOneByOne('store', ['LicenseServer1.log']);
    const { sessions, active } = await read('store');
    expect(sessions).toMatchObject([{ started_at: expect.any(Number) as number, closed_by: 0 }]);
    expect(active).toEqual([]);
  });

  it('keep the order of a file whose clock stepped back', async () => {
    mkdirSync(folder.path('logs'));
    const stepped = grantLine(500) + detachmentLine(300) + grantLine(310, { user: 'bob' });
    writeFileSync(folder.path('logs', 'LicenseServer1.log'), stepped);
    writeFileSync(folder.path('logs', 'LicenseServer0.log'), grantLine(1, { user: 'eve' }));
    await importOneByOne('inOrder', ['LicenseServer0.log', 'LicenseServer1.log']);
    await importOneByOne('late', ['LicenseServer1.log', 'LicenseServer0.log']);
    const expected = await read('inOrder');
    expect(expected.sessions).toMatchObject([{ user: 'eve' }, { user: 'bob' }, { is_negative: 1 }]);
    expect(await read('late')).toEqual(expected);
  });
});

describe('a follower', () => {
  it('folds late lines of an older file anew, also when it was stopped before it could', async () => {
    mkdirSync(folder.path('logs'));
    const [old, young] = ['LicenseServer1.log', 'LicenseServer2.log'].map((name) =>
      folder.path('logs', name),
    ) as [string, string];
    writeFileSync(old, grantLine(1, { user: 'eve' }));
    writeFileSync(young, usageLine('Detachment', 60));
    const reader = await startReader(settingsOf('store'));
    await reader.sweep();
    appendFileSync(old, grantLine(50));
    // As if it were stopped between the commit and the folding.
    const refold = reader.ingestor.refoldLate.bind(reader.ingestor);
    reader.ingestor.refoldLate = async () => false;
    await reader.sweep();
    reader.ingestor.refoldLate = refold;
    expect((await read('store')).active).toEqual(['ann', 'eve']);
    await reader.close();
    const next = await startReader(settingsOf('store'));
    await next.sweep();
    expect((await read('store')).active).toEqual(['eve']);
    await next.close();
  });
});
