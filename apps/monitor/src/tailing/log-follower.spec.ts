import { appendFileSync, copyFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { useFollowed } from '../testing/followed';
import { detachmentLine, grantLine } from '../testing/log-lines';
import { query } from '../testing/query';
import { nodeFileSystem } from './file-system';

const followed = useFollowed();
const { active, countEvents, quarantine, restart, sweep } = followed;
const log = (name = 'LicenseServer1.log') => followed.log(name);

describe('a log that grows', () => {
  it('is read from its beginning, and then as far as its last whole line', async () => {
    writeFileSync(log(), grantLine(1));
    await sweep();
    expect(await active()).toEqual(['ann']);

    const line = grantLine(2, { user: 'chloé' });
    const cut = Buffer.from(line).indexOf('é') + 1;
    appendFileSync(log(), Buffer.from(line).subarray(0, cut));
    await sweep();
    expect(await active()).toEqual(['ann']);

    appendFileSync(
      log(),
      Buffer.concat([Buffer.from(line).subarray(cut), Buffer.from(detachmentLine(3))]),
    );
    await sweep();
    expect(await active()).toEqual(['chloé']);
  });

  it('is read on after a restart from where reading ended', async () => {
    writeFileSync(log(), grantLine(1));
    await sweep();
    await restart();
    appendFileSync(log(), detachmentLine(2));
    await sweep();
    expect([await active(), await countEvents()]).toEqual([[], 2]);
  });

  it('keeps two equal lines of one millisecond as two events, also across a restart', async () => {
    writeFileSync(log(), grantLine(1) + grantLine(1));
    await sweep();
    await restart();
    appendFileSync(log(), grantLine(1));
    await sweep();
    expect([await active(), await countEvents()]).toEqual([['ann', 'ann', 'ann'], 3]);
  });

  it('is opened only when something has changed', async () => {
    let opened = 0;
    const fileSystem = {
      ...nodeFileSystem,
      open: (path: string) => (opened++, nodeFileSystem.open(path)),
    };
    await restart({ fileSystem });
    writeFileSync(log(), grantLine(1));
    await sweep();
    const before = opened;
    await sweep();
    await sweep();
    expect(opened).toBe(before);
  });
});

describe('several files', () => {
  it('are read oldest first by the stamps within, whatever their names are', async () => {
    writeFileSync(log('LicenseServerA.log'), detachmentLine(20));
    writeFileSync(log('LicenseServerB.log'), grantLine(10));
    await sweep();
    const [session] = await query(
      followed.path('history.db'),
      'SELECT started_at, ended_at, closed_by FROM license_sessions',
    );
    expect(session).toMatchObject({
      closed_by: 0,
      started_at: expect.any(Number),
      ended_at: expect.any(Number),
    });
    expect(await active()).toEqual([]);
  });

  it('are noticed when they appear later; files of other names are left alone', async () => {
    await sweep();
    writeFileSync(log('LicenseServer2.log'), grantLine(1));
    writeFileSync(log('TokenUsage1.log'), grantLine(1, { user: 'bob' }));
    await sweep();
    expect(await active()).toEqual(['ann']);
  });
});

describe('rotation', () => {
  it('by renaming moves the stream and reads the new file from its beginning', async () => {
    writeFileSync(log('LicenseServer.log'), grantLine(1));
    await sweep();
    renameSync(log('LicenseServer.log'), log('LicenseServer.1.log'));
    writeFileSync(log('LicenseServer.log'), detachmentLine(2));
    await sweep();
    expect([await active(), await countEvents()]).toEqual([[], 2]);
    expect((await followed.streams()).map(({ path, state }) => [path, state])).toEqual([
      [log('LicenseServer.1.log'), 'live'],
      [log('LicenseServer.log'), 'live'],
    ]);
  });

  it('by copying and truncating reads neither copy nor rest twice', async () => {
    writeFileSync(log('LicenseServer.log'), grantLine(1) + grantLine(2, { user: 'bob' }));
    await sweep();
    copyFileSync(log('LicenseServer.log'), log('LicenseServer.1.log'));
    truncateSync(log('LicenseServer.log'));
    appendFileSync(log('LicenseServer.log'), detachmentLine(3));
    await sweep();
    expect([await active(), await countEvents()]).toEqual([['bob'], 3]);
  });

  it('recognises a file that was rewritten with the same length under the same inode', async () => {
    writeFileSync(log(), grantLine(1));
    await sweep();
    await restart();
    writeFileSync(log(), grantLine(2));
    await sweep();
    expect(await countEvents()).toBe(2);
  });
});

describe('lines that are not understood', () => {
  it('are counted and kept, and the lines beside them are read', async () => {
    writeFileSync(
      log(),
      `garbage\n${grantLine(1)}2025/13/01 08:00:00:000 I ADMINSERVER x\n\0\0${grantLine(2, { user: 'bob' })}`,
    );
    await sweep();
    expect((await quarantine()).map(({ reason }) => reason)).toEqual([
      'noHeader',
      'badTimestamp',
      'nulBytes',
    ]);
    expect(await active()).toEqual(['ann', 'bob']);
  });

  it('may be longer than what is read at once', async () => {
    const long = 'x'.repeat(3 * 1024 * 1024);
    writeFileSync(log(), `${grantLine(1)}${long}`);
    await sweep();
    expect(await quarantine()).toEqual([]);
    appendFileSync(log(), `\n${grantLine(2, { user: 'bob' })}`);
    await sweep();
    expect(await quarantine()).toEqual([{ reason: 'tooLong', byte_length: long.length + 1 }]);
    expect(await active()).toEqual(['ann', 'bob']);
  });

  it('include stamps that lie in the future', async () => {
    writeFileSync(log(), grantLine(1).replace('2025/', '2999/'));
    await sweep();
    expect(await quarantine()).toMatchObject([{ reason: 'futureStamp' }]);
  });
});

describe('LOG_START=end', () => {
  it('leaves out what is there at the very first start, and nothing after it', async () => {
    writeFileSync(log(), grantLine(1) + grantLine(2, { user: 'bob' }).slice(0, 30));
    await restart({ settings: { LOG_START: 'end' } });
    await sweep();
    expect(await countEvents()).toBe(0);
    await restart({ settings: { LOG_START: 'end' } });
    appendFileSync(log(), grantLine(2, { user: 'bob' }).slice(30));
    writeFileSync(log('LicenseServer2.log'), grantLine(3, { user: 'eve' }));
    await sweep();
    expect(await active()).toEqual(['bob', 'eve']);
  });
});
