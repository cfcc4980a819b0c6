import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cutOff } from '../../testing/cut-off';
import { TestMonitor } from '../../testing/test-monitor';
import { createPlace, type TestPlace } from '../../testing/test-place';
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

describe('a monitor with a PostgreSQL database', () => {
  let place: TestPlace;
  let monitors: TestMonitor[];

  beforeEach(() => {
    place = createPlace('PostgreSQL');
    monitors = [];
  });

  afterEach(async () => {
    for (const monitor of monitors) await monitor.stop();
    await place.remove();
  });

  async function start(server: string, cluster?: string): Promise<TestMonitor> {
    const monitor = await TestMonitor.start(place, server, cluster);
    monitors.push(monitor);
    return monitor;
  }

  const countEvents = () => place.read('SELECT COUNT(*) AS n FROM license_events');

  it('alone follows its server; others are told who does, until it stops', async () => {
    await start('lic1');
    await start('lic2');
    const second = start('lic1');
    await expect(second).rejects.toThrow(HistoryInUse);
    await expect(second).rejects.toThrow(
      'the history of "lic1" is being written by monitor of lic1',
    );
    await monitors.shift()?.stop();
    await start('lic1');
  });

  it('alone follows all members of a cluster', async () => {
    await start('one', 'pool');
    await expect(start('other', 'pool')).rejects.toThrow('the history of "pool" is being written');
  });

  it('goes on when its connection was cut: nothing is lost, nothing twice', async () => {
    const [cut, other] = [await start('lic1'), await start('lic2')];
    await cut.tell({ user: 'ann' });
    await cutOff(cut.history, other.history);
    await expect(cut.tell({ user: 'bob' })).rejects.toThrow();
    await cut.history.reload();
    await expect(start('lic1')).rejects.toThrow(HistoryInUse);
    await cut.tell({ user: 'bob' });
    await cut.hold({ user: 'eve' });
    await cutOff(cut.history, other.history);
    await expect(cut.history.runner.commit()).rejects.toThrow();
    await cut.history.reload();
    await cut.tell({ user: 'eve' });
    expect(await countEvents()).toEqual([{ n: 3 }]);
  });

  it('stops when another has taken its server while it was cut off', async () => {
    const [cut, other] = [await start('lic1'), await start('lic2')];
    await cutOff(cut.history, other.history);
    await start('lic1');
    await expect(cut.history.reload()).rejects.toThrow(HistoryInUse);
  });
});
