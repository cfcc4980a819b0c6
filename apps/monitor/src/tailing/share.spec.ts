import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { useFollowed } from '../testing/followed';
import { grantLine } from '../testing/log-lines';
import { fault, troubledFileSystem, type Hooks } from '../testing/troubled-file-system';
import { SHARE_DOUBT_MS } from './follow-options';
import { isNetworkShare } from './is-network-share';

const followed = useFollowed();
const { log } = followed;
let hooks: Hooks;

const onShare = () =>
  followed.restart({
    settings: { LOG_ON_SHARE: 'true' },
    fileSystem: troubledFileSystem(hooks),
  });

beforeEach(async () => {
  hooks = {};
  await onShare();
  writeFileSync(log(), grantLine(1) + grantLine(2, { user: 'bob' }));
  await followed.sweep();
});

describe('a share', () => {
  it('that tells an old size repeats nothing', async () => {
    const old = grantLine(1).length;
    hooks.told = (_, stat) => ({ ...stat, size: old });
    await followed.sweep();
    await onShare();
    await followed.sweep();
    expect(await followed.countEvents()).toBe(2);
    appendFileSync(log(), grantLine(3, { user: 'eve' }));
    hooks.told = undefined as never;
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann', 'bob', 'eve']);
  });

  it.each(['ESTALE', 'EIO', 'EBUSY', 'EACCES'])(
    'whose file gives %s is told of, and read on when it is well again',
    async (code) => {
      appendFileSync(log(), grantLine(3, { user: 'eve' }));
      writeFileSync(log('LicenseServer2.log'), grantLine(9, { user: 'zoe' }));
      hooks.open = (path) => {
        if (path === log()) throw fault(path, code);
      };
      await followed.sweep();
      expect(followed.trouble()?.message).toContain(code);
      // The other file is followed all the same.
      expect(await followed.active()).toEqual(['ann', 'bob', 'zoe']);
      hooks.open = undefined as never;
      followed.wait(500);
      await followed.sweep();
      expect(followed.trouble()).toBeUndefined();
      expect((await followed.active()).sort()).toEqual(['ann', 'bob', 'eve', 'zoe']);
    },
  );

  it('is asked for a file in trouble ever more rarely, at most twice a minute', async () => {
    appendFileSync(log(), grantLine(3, { user: 'eve' }));
    let tries = 0;
    hooks.open = (path) => {
      tries++;
      throw fault(path, 'EIO');
    };
    for (let seconds = 0; seconds < 120; seconds++) {
      followed.wait(1000);
      await followed.sweep();
    }
    // 0.5, 1, 2, 4, 8, 16 and then each 30 seconds, rounded up to whole looks.
    expect(tries).toBeGreaterThan(6);
    expect(tries).toBeLessThan(12);
  });

  it('that cannot be read for a moment is believed only after two seconds', async () => {
    hooks.read = () => 0;
    appendFileSync(log(), grantLine(3, { user: 'eve' }));
    await followed.sweep();
    followed.wait(SHARE_DOUBT_MS - 1);
    await followed.sweep();
    hooks.read = undefined as never;
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann', 'bob', 'eve']);
    expect((await followed.streams()).map(({ state }) => state)).toEqual(['live']);
  });

  it('where a log was really rewritten is read anew after that', async () => {
    writeFileSync(log(), grantLine(5, { user: 'new' }));
    await followed.sweep();
    expect(await followed.countEvents()).toBe(2);
    followed.wait(SHARE_DOUBT_MS);
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann', 'bob', 'new']);
  });

  it('that is gone for an hour and back is read on where reading ended', async () => {
    renameSync(followed.path('logs'), followed.path('away'));
    for (const wait of [0, 1_800_000, 1_800_000]) {
      followed.wait(wait);
      await expect(followed.sweep()).rejects.toThrow('ENOENT');
    }
    expect((await followed.streams()).map(({ state }) => state)).toEqual(['live']);
    renameSync(followed.path('away'), followed.path('logs'));
    appendFileSync(log(), grantLine(3, { user: 'eve' }));
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann', 'bob', 'eve']);
  });
});

describe('isNetworkShare', () => {
  it.each([
    ['/tmp', false],
    ['/no/such/directory', false],
    ['\\\\fileserver\\logs', true],
  ])('of %s is %s', async (path, isShare) => {
    expect(await isNetworkShare(path)).toBe(isShare);
  });
});
