import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { describeTrouble } from '../following/describe-trouble';
import { useFolder } from '../testing/folder';
import { detachmentLine, grantLine } from '../testing/log-lines';
import { countLostBytes, countRows, readActive } from '../testing/query';
import { startReader, type TestReader } from '../testing/reader';
import { testSettings } from '../testing/settings';

const folder = useFolder();
let reader: TestReader;

beforeEach(async () => {
  mkdirSync(folder.path('logs'));
  reader = await startReader(testSettings(folder.path));
});

afterEach(() => reader.close());

const file = () => folder.path('logs', 'LicenseServer1.log');
const trouble = (error: unknown) => describeTrouble(error, testSettings(folder.path));
const pragma = (sql: string) => reader.stores.history.runner.query(sql);

/** Looks once; returns what the operator is told, or undefined when all went well. */
const look = () => reader.sweep().then(() => undefined, trouble);

describe('a history that is locked by another program', () => {
  it('stops reading, says so, and goes on by itself with nothing lost', async () => {
    await pragma('PRAGMA busy_timeout = 50');
    const backup = new DataSource({ type: 'sqlite', database: folder.path('history.db') });
    await backup.initialize();
    await backup.query('BEGIN IMMEDIATE');
    writeFileSync(file(), grantLine(1));
    expect(await look()).toContain('locked, perhaps a backup');
    appendFileSync(file(), grantLine(2, { user: 'bob' }));
    expect(await look()).toContain('nothing is lost');
    await backup.query('ROLLBACK');
    await backup.destroy();
    expect(await look()).toBeUndefined();
    expect(await countRows(folder.path('history.db'))).toMatchObject({ license_events: 2 });
    expect(await countLostBytes(folder.path('history.db'))).toBe(0);
  });
});

describe('a disk that is full', () => {
  it('stops reading, says so, and goes on by itself with nothing lost or repeated', async () => {
    const [{ page_count: pages }] = (await pragma('PRAGMA page_count')) as [{ page_count: number }];
    await pragma(`PRAGMA max_page_count = ${pages + 2}`);
    const lines = Array.from({ length: 500 }, (_, at) => grantLine(at, { session: `s${at}` }));
    writeFileSync(file(), lines.join(''));
    expect(await look()).toContain('is full. Free some space');
    expect(await countRows(folder.path('history.db'))).toMatchObject({ license_events: 0 });
    await pragma('PRAGMA max_page_count = 1000000');
    appendFileSync(file(), detachmentLine(900, { session: 's0' }));
    expect(await look()).toBeUndefined();
    expect(await countRows(folder.path('history.db'))).toMatchObject({ license_events: 501 });
    expect(await readActive(folder.path('license_manager.db'))).toHaveLength(499);
  });
});

describe('a live store that fails after the history was committed', () => {
  it('is rebuilt from the history before reading goes on', async () => {
    writeFileSync(file(), grantLine(1));
    const live = reader.stores.live['runner'];
    await live.query('ALTER TABLE active_sessions RENAME TO away');
    expect(await look()).toContain('tried again');
    await live.query('ALTER TABLE away RENAME TO active_sessions');
    appendFileSync(file(), grantLine(2, { user: 'bob' }));
    expect(await look()).toBeUndefined();
    expect(await readActive(folder.path('license_manager.db'))).toHaveLength(2);
    expect(await countRows(folder.path('history.db'))).toMatchObject({ license_events: 2 });
  });
});
