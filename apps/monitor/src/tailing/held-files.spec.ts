import {
  appendFileSync,
  closeSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { useFollowed } from '../testing/followed';
import { detachmentLine, grantLine } from '../testing/log-lines';
import { ROTATE_WAIT_MS } from './follow-options';

const followed = useFollowed();
const { log } = followed;
const states = async () => (await followed.streams()).map(({ state }) => state);
/** The server as it sees its log: by a handle, whatever becomes of the name. */
let handle: number;

beforeEach(async () => {
  handle = openSync(log(), 'a');
  writeSync(handle, grantLine(1));
  await followed.sweep();
});
afterEach(() => closeSync(handle));

describe('a log that was deleted while the server still writes to it', () => {
  it('is read to its end', async () => {
    rmSync(log());
    writeSync(handle, grantLine(2, { user: 'bob' }));
    await followed.sweep();
    writeSync(handle, detachmentLine(3));
    await followed.sweep();
    expect(await followed.active()).toEqual(['bob']);
    expect(await states()).toEqual(['live']);
  });

  it('is given up after a minute, and read on before that', async () => {
    rmSync(log());
    await followed.sweep();
    followed.wait(ROTATE_WAIT_MS - 1);
    await followed.sweep();
    expect(await states()).toEqual(['live']);
    writeSync(handle, grantLine(2, { user: 'bob' }));
    followed.wait(1);
    await followed.sweep();
    expect(await states()).toEqual(['gone']);
    writeSync(handle, grantLine(3, { user: 'eve' }));
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann', 'bob']);
  });

  it('is noted as gone at once where nobody holds it any more', async () => {
    await followed.restart();
    rmSync(log());
    await followed.sweep();
    expect(await states()).toEqual(['gone']);
  });
});

describe('a log that was renamed out of the pattern', () => {
  it('is read to its end, and the new one from its beginning', async () => {
    renameSync(log(), followed.path('logs', 'old.txt'));
    writeSync(handle, grantLine(2, { user: 'bob' }));
    writeFileSync(log(), detachmentLine(3) + grantLine(4, { user: 'eve' }));
    await followed.sweep();
    expect(await followed.active()).toEqual(['bob', 'eve']);
  });

  it('is followed further when it comes back, with nothing read twice', async () => {
    renameSync(log(), followed.path('logs', 'old.txt'));
    await followed.sweep();
    followed.wait(ROTATE_WAIT_MS);
    await followed.sweep();
    expect(await states()).toEqual(['gone']);
    renameSync(followed.path('logs', 'old.txt'), log());
    appendFileSync(log(), grantLine(2, { user: 'bob' }));
    await followed.sweep();
    expect([await followed.active(), await states()]).toEqual([['ann', 'bob'], ['live']]);
  });

  it('ends with a half line only after a minute', async () => {
    writeFileSync(log('LicenseServer2.log'), grantLine(9, { user: 'eve' }));
    writeSync(handle, grantLine(2, { user: 'bob' }).slice(0, 40));
    renameSync(log(), followed.path('logs', 'old.txt'));
    await followed.sweep();
    expect(await followed.quarantine()).toEqual([]);
    followed.wait(ROTATE_WAIT_MS);
    await followed.sweep();
    expect(await followed.quarantine()).toEqual([{ reason: 'unterminated', byte_length: 40 }]);
  });
});

describe('a half line', () => {
  it('is waited for as long as the server writes to no other file', async () => {
    writeSync(handle, grantLine(2, { user: 'bob' }).slice(0, 40));
    await followed.sweep();
    followed.wait(10 * ROTATE_WAIT_MS);
    await followed.sweep();
    expect(await followed.quarantine()).toEqual([]);
    writeSync(handle, grantLine(2, { user: 'bob' }).slice(40));
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann', 'bob']);
  });

  it('is kept as abandoned after a minute when the server writes to another file', async () => {
    writeSync(handle, grantLine(2, { user: 'bob' }).slice(0, 40));
    writeFileSync(log('LicenseServer2.log'), grantLine(9, { user: 'eve' }));
    await followed.sweep();
    followed.wait(ROTATE_WAIT_MS - 1);
    await followed.sweep();
    expect(await followed.quarantine()).toEqual([]);
    followed.wait(1);
    await followed.sweep();
    expect(await followed.quarantine()).toEqual([{ reason: 'unterminated', byte_length: 40 }]);
  });

  it('that grows is waited for anew', async () => {
    writeSync(handle, grantLine(2, { user: 'bob' }).slice(0, 40));
    writeFileSync(log('LicenseServer2.log'), grantLine(9, { user: 'eve' }));
    await followed.sweep();
    followed.wait(ROTATE_WAIT_MS - 1);
    writeSync(handle, grantLine(2, { user: 'bob' }).slice(40, 50));
    await followed.sweep();
    followed.wait(ROTATE_WAIT_MS - 1);
    await followed.sweep();
    writeSync(handle, grantLine(2, { user: 'bob' }).slice(50));
    await followed.sweep();
    expect(await followed.active()).toEqual(['ann', 'eve', 'bob']);
    expect(await followed.quarantine()).toEqual([]);
  });
});
