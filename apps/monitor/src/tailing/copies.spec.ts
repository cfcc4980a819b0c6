import {
  appendFileSync,
  copyFileSync,
  linkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { useFollowed } from '../testing/followed';
import { detachmentLine, grantLine } from '../testing/log-lines';

const followed = useFollowed();
const { log } = followed;
const offsets = async () => {
  const streams = await followed.streams();
  return streams.map(({ path, byteOffset }) => [path, byteOffset]);
};
const content = Array.from({ length: 40 }, (_, at) => grantLine(at, { user: `u${at}` })).join('');
const users = Array.from({ length: 40 }, (_, at) => `u${at}`);

describe('a copy of a log', () => {
  it('that is still being made is not read, however far it has come', async () => {
    writeFileSync(log(), content);
    await followed.sweep();
    for (let size = 50; size < content.length; size += 611) {
      writeFileSync(log('LicenseServer.1.log'), content.slice(0, size));
      await followed.sweep();
    }
    writeFileSync(log('LicenseServer.1.log'), content);
    await followed.sweep();
    expect(await offsets()).toEqual([[log(), content.length]]);
    expect(await followed.active()).toEqual(users);
  });

  it('that is seen at the first look together with its log is not read', async () => {
    writeFileSync(log(), content);
    writeFileSync(log('LicenseServer.1.log'), content.slice(0, 2000));
    writeFileSync(log('LicenseServer.2.log'), content);
    await followed.sweep();
    await followed.sweep();
    expect(await followed.active()).toEqual(users);
    expect(await followed.streams()).toHaveLength(1);
  });

  it('takes the place of the log that was truncated, whichever name is first', async () => {
    await followed.restart({ settings: { LOG_PATTERN_FILE: '*' } });
    writeFileSync(log(), content);
    await followed.sweep();
    copyFileSync(log(), log('LicenseServer.log.1'));
    truncateSync(log());
    appendFileSync(log(), detachmentLine(50, { user: 'u0' }));
    await followed.sweep();
    expect(await offsets()).toEqual([
      [log('LicenseServer.log.1'), content.length],
      [log(), detachmentLine(50, { user: 'u0' }).length],
    ]);
    expect(await followed.active()).toEqual(users.slice(1));
  });

  it('is read where only its beginning is that of a log', async () => {
    writeFileSync(log(), content);
    await followed.sweep();
    const lines = content
      .split(/(?<=\n)/)
      .slice(0, 12)
      .join('');
    const other = `${lines}${grantLine(99, { user: 'bob' })}`;
    writeFileSync(log('LicenseServer.1.log'), other);
    await followed.sweep();
    expect(await followed.active()).toEqual([...users, 'bob']);
  });

  it('takes over from a log that is gone', async () => {
    writeFileSync(log(), content);
    await followed.sweep();
    await followed.restart();
    copyFileSync(log(), log('LicenseServer.1.log'));
    rmSync(log());
    appendFileSync(log('LicenseServer.1.log'), grantLine(60, { user: 'bob' }));
    await followed.sweep();
    expect(await offsets()).toEqual([
      [log('LicenseServer.1.log'), content.length + grantLine(60, { user: 'bob' }).length],
    ]);
    expect(await followed.active()).toEqual([...users, 'bob']);
  });
});

describe('a second name of a log', () => {
  it('is not read when it is a hard link', async () => {
    writeFileSync(log(), content);
    await followed.sweep();
    linkSync(log(), log('LicenseServer.1.log'));
    appendFileSync(log(), grantLine(60, { user: 'bob' }));
    await followed.sweep();
    await followed.sweep();
    expect(await followed.active()).toEqual([...users, 'bob']);
    expect(await followed.streams()).toHaveLength(1);
  });

  it('is not read when it is a link within the directory', async () => {
    writeFileSync(log('x.txt'), content);
    symlinkSync('x.txt', log());
    await followed.sweep();
    expect(await followed.active()).toEqual(users);
  });

  it('is refused, and told, when it is a link out of the directory', async () => {
    writeFileSync(followed.path('secret'), content);
    symlinkSync(followed.path('secret'), log());
    writeFileSync(log('LicenseServer2.log'), grantLine(1));
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann']);
    expect(followed.trouble()?.message).toContain('out of the directory');
    rmSync(log());
    await followed.sweep();
    expect(followed.trouble()).toBeUndefined();
  });
});

describe('what is no file', () => {
  it('is left alone: a directory, a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [log('LicenseServer1.log')]);
    execFileSync('mkdir', [log('LicenseServer2.log')]);
    writeFileSync(log('LicenseServer3.log'), grantLine(1));
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann']);
    expect(followed.trouble()).toBeUndefined();
  });
});

describe('three rotations between two looks', () => {
  it('are all read, oldest first', async () => {
    writeFileSync(log(), grantLine(1));
    await followed.sweep();
    for (const number of [1, 2, 3]) {
      renameSync(log(), log(`LicenseServer.${number}.log`));
      writeFileSync(log(), grantLine(10 * number, { user: `u${number}` }));
    }
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann', 'u1', 'u2', 'u3']);
    expect(await followed.streams()).toHaveLength(4);
  });
});

describe('a log in UTF-16', () => {
  it.each(['utf-16le', 'utf-16be'])(
    'is read by its mark, also across a restart: %s',
    async (as) => {
      const encode = (text: string) => {
        const bytes = Buffer.from(text, 'utf16le');
        return as === 'utf-16le' ? bytes : bytes.swap16();
      };
      writeFileSync(log(), encode(`\ufeff${grantLine(1)}${grantLine(2, { user: 'chloé' })}`));
      await followed.sweep();
      await followed.restart();
      const line = encode(grantLine(3, { user: 'bob' }));
      appendFileSync(log(), line.subarray(0, 51));
      await followed.sweep();
      appendFileSync(log(), line.subarray(51));
      await followed.sweep();
      expect(await followed.active()).toEqual(['ann', 'chloé', 'bob']);
      expect(await followed.quarantine()).toEqual([]);
    },
  );
});
