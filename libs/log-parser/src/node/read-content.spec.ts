import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { identifyLog } from './index.js';

const line = '2025/05/19 03:00:00:000 I STOPSERVER  License server stopped\n';
const tokenUsage = 'Token/Credit license usage trace from 2025/05/20 15:06:36:933\n';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-content-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('identifyLog', () => {
  it.each([
    ['licenseServer', line],
    ['licenseServer', gzipSync(line)],
    ['licenseServer', `${'a note\n'.repeat(500)}${line.repeat(9999)}`],
    ['otherText', `${'a note\n'.repeat(600)}${line}`],
    ['tokenUsage', gzipSync(tokenUsage)],
    ['gzip', gzipSync(gzipSync(line))],
    ['empty', ''],
  ])('says that a file is %s', async (kind, content) => {
    const path = join(folder, 'some.log');
    writeFileSync(path, content);
    expect((await identifyLog(path)).kind).toBe(kind);
  });

  it('says that a file is not there', async () => {
    await expect(identifyLog(join(folder, 'missing.log'))).rejects.toThrow('ENOENT');
  });
});
