import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HistoryWriter } from './history-writer';
import { HistoryInUse, WriterLock } from './writer-lock';

const LIC1 = { name: 'lic1', timeZone: 'Europe/Paris', isDemo: false, cluster: null };

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-monitor-db-'));
  file = join(folder, 'history.db');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('a writer of a SQLite file', () => {
  it('stores nothing more once another writer has taken over', async () => {
    const writer = await HistoryWriter.open(file, 'a test');
    const other = await HistoryWriter.open(file, 'another monitor');
    await expect(writer.ensureServer(LIC1)).rejects.toThrow(
      'another monitor has taken over the history',
    );
    expect(await other.ensureServer(LIC1)).toBe(1);
    await writer.close();
    await other.close();
  });
});

describe('WriterLock', () => {
  it('refuses a second writer, says who holds it, and is free after release', async () => {
    const first = await WriterLock.acquire(file, 'monitor');
    const second = WriterLock.acquire(file, 'import');
    await expect(second).rejects.toThrow(HistoryInUse);
    await expect(second).rejects.toThrow(`monitor, process ${process.pid}`);
    await first.release();
    await (await WriterLock.acquire(file, 'import')).release();
  });
});
