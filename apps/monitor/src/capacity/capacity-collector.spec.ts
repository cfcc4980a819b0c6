import { Logger } from '@nestjs/common';
import { chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createIngestor } from '../ingestion/create-ingestor';
import type { MonitorSettings } from '../settings';
import { Stores } from '../stores';
import { readCapacity, tellFailures, tellReports } from '../testing/capacity';
import { useFolder } from '../testing/folder';
import { testSettings } from '../testing/settings';
import { enrolledTable, toolOutput, usageTable } from '../testing/tool-output';
import type { CapacityCollector } from './capacity-collector';
import { createCollector } from './create-collector';
import type { CapacityStore } from './store-reading';

const NOW = Date.UTC(2026, 0, 10, 12);

const folder = useFolder();
const history = () => folder.path('history.db');
const entitlements = () => folder.path('entitlements.yaml');
let stores: Stores;
let now = NOW;
/** What keeping does before it is done. */
let trouble = () => undefined as void;

beforeAll(() => Logger.overrideLogger(false));
beforeEach(() => {
  now = NOW;
  trouble = () => undefined;
});
afterEach(() => stores.close());

async function start(
  ...all: readonly Readonly<Record<string, string>>[]
): Promise<CapacityCollector> {
  const servers = all.map((over) => testSettings(folder.path, over));
  stores = await Stores.open(servers[0] ?? testSettings(folder.path), 'a test');
  const byId = new Map<number, MonitorSettings>();
  for (const one of servers) byId.set(await stores.addServer(one), one);
  const ingestor = createIngestor(stores, byId);
  const store: CapacityStore = {
    storeCapacity: async (report) => {
      trouble();
      return ingestor.storeCapacity(report);
    },
    storeCapacityFailure: (failure) => ingestor.storeCapacityFailure(failure),
  };
  return createCollector(byId, store, () => now);
}

/** Puts a file into the directory, changed so many milliseconds ago. */
function drop(name: string, text: string, ageMs = 60_000): void {
  mkdirSync(folder.path('capacity'), { recursive: true });
  writeFileSync(folder.path('capacity', name), text);
  const at = (now - ageMs) / 1000;
  utimesSync(folder.path('capacity', name), at, at);
}

describe('the file kept by hand', () => {
  const write = (seats: number | string) =>
    writeFileSync(entitlements(), `entitlements: [{product: MD2, seats: ${seats}}]`);
  const startByHand = () => start({ ENTITLEMENTS_FILE: entitlements() });

  it('is read at the start and again when it changes', async () => {
    write(40);
    const collector = await startByHand();
    await collector.readFiles();
    await collector.readFiles();
    now += 60_000;
    write(50);
    await collector.readFiles();
    const { reports } = await readCapacity(history());
    expect(reports).toMatchObject([
      { origin: 'entitlements.yaml', takenAt: NOW, pools: [{ seats: 40 }] },
      { source: 'manual', takenAt: now, pools: [{ seats: 50 }] },
    ]);
  });

  it('with faults stays as it was, which is told', async () => {
    write(40);
    const collector = await startByHand();
    await collector.readFiles();
    write('many');
    await collector.readFiles();
    expect(await tellReports(history())).toEqual(['dsls manual: MD2 40']);
    expect((await readCapacity(history())).failures).toMatchObject([
      { source: 'manual', reason: 'fileInvalid', text: expect.stringContaining('entry 1, seats') },
    ]);
    rmSync(entitlements());
    await collector.readFiles();
    expect(await tellFailures(history())).toEqual([
      'dsls manual fileUnreadable',
      'dsls manual fileInvalid',
    ]);
  });

  it('is of the cluster where the servers are members of one', async () => {
    write(40);
    const member = { ENTITLEMENTS_FILE: entitlements(), SERVER_CLUSTER: 'design' };
    const collector = await start(
      { ...member, SERVER_NAME: 'lic-a' },
      { ...member, SERVER_NAME: 'lic-b' },
    );
    await collector.readFiles();
    expect(await tellReports(history())).toEqual(['design manual: MD2 40']);
  });
});

describe('the directory of outputs', () => {
  const startWithDirectory = () => start({ CAPACITY_DIRECTORY: folder.path('capacity') });

  it('gives a report of each file, taken when its name or its date says', async () => {
    drop('usage-20250519080000.csv', toolOutput(usageTable({ seats: 5 })));
    drop('now.txt', toolOutput(usageTable({ seats: 6 }), enrolledTable({ seats: 7 })), 5_000);
    const collector = await startWithDirectory();
    await collector.readFiles();
    expect(await tellReports(history())).toEqual([
      'dsls usageCsv: MD2 5',
      'dsls usageCsv: MD2 6',
      'dsls licenseInfo: MD2 7',
    ]);
    const { reports } = await readCapacity(history());
    expect(reports.map(({ takenAt, origin }) => [takenAt, origin])).toEqual([
      [Date.parse('2025-05-19T06:00:00Z'), 'usage-20250519080000.csv'],
      [NOW - 5_000, 'now.txt'],
      [NOW - 5_000, 'now.txt'],
    ]);
  });

  it('is read once: neither a second look nor a second start adds anything', async () => {
    drop('a-2025-05-19.csv', toolOutput(usageTable({ seats: 5 })));
    drop('b-2025-05-20.csv', toolOutput(usageTable({ seats: 6 })));
    drop('c-2025-05-21.csv', toolOutput(usageTable({ seats: 5 })));
    const collector = await startWithDirectory();
    await collector.readFiles();
    const before = await readCapacity(history());
    await collector.readFiles();
    await stores.close();
    await (await startWithDirectory()).readFiles();
    expect(before.reports).toHaveLength(3);
    expect(await readCapacity(history())).toEqual(before);
  });

  it('leaves a file that is just being written for the next look', async () => {
    drop('usage.csv', toolOutput(usageTable({})), 100);
    const collector = await startWithDirectory();
    await collector.readFiles();
    expect(await tellReports(history())).toEqual([]);
    now += 60_000;
    await collector.readFiles();
    expect(await tellReports(history())).toEqual(['dsls usageCsv: MD2 5']);
  });

  it('passes over hidden files and folders', async () => {
    drop('.usage.csv', toolOutput(usageTable({})));
    mkdirSync(folder.path('capacity', 'old'));
    await (await startWithDirectory()).readFiles();
    expect(await readCapacity(history())).toEqual({ reports: [], failures: [] });
  });

  it('changes nothing by an output that is no answer, and tells why', async () => {
    const whole = toolOutput(usageTable({}, { product: 'KIN' }));
    drop('1-2025-05-19.csv', whole);
    drop('2-2025-05-20.csv', whole.slice(0, whole.lastIndexOf('Dassault')));
    drop('3-2025-05-21.csv', 'Cannot connect to server lic-01 on port 4084\n');
    await (await startWithDirectory()).readFiles();
    expect(await tellReports(history())).toEqual(['dsls usageCsv: MD2 5, KIN 5']);
    expect((await readCapacity(history())).failures).toMatchObject([
      { origin: '3-2025-05-21.csv', source: null, reason: 'cannotConnect', at: NOW },
      { origin: '2-2025-05-20.csv', source: 'usageCsv', reason: 'truncated', at: NOW },
    ]);
  });

  it('that is not there is told, and read once it is', async () => {
    const collector = await startWithDirectory();
    await collector.readFiles();
    expect(await tellFailures(history())).toEqual(['dsls null fileUnreadable']);
    drop('usage.csv', toolOutput(usageTable({})));
    await collector.readFiles();
    expect(await tellReports(history())).toEqual(['dsls usageCsv: MD2 5']);
  });

  it('is read again where the database refused', async () => {
    drop('usage.csv', toolOutput(usageTable({})));
    const collector = await startWithDirectory();
    trouble = () => {
      throw new Error('SQLITE_BUSY');
    };
    await expect(collector.readFiles()).rejects.toThrow('SQLITE_BUSY');
    trouble = () => undefined;
    await collector.readFiles();
    expect(await tellReports(history())).toEqual(['dsls usageCsv: MD2 5']);
  });
});

describe('a poll', () => {
  const never = new AbortController().signal;

  /** A tool that prints what is in a file. */
  async function startPolling(): Promise<CapacityCollector> {
    const tool = folder.path('DSLicSrv');
    const print = `process.stdout.write(require('node:fs').readFileSync(${JSON.stringify(folder.path('answer'))}))`;
    writeFileSync(tool, `#!${process.execPath}\n${print};\n`);
    chmodSync(tool, 0o755);
    const over = { DSLICSRV_COMMAND: tool, DSLICSRV_HOST: 'lic-01', CAPACITY_POLL_MINUTES: '60' };
    return start(over, { SERVER_NAME: 'tokyo' });
  }
  const answer = (...answers: readonly (readonly string[])[]) =>
    writeFileSync(folder.path('answer'), toolOutput(...answers));

  it('gives a report of each answer, of the servers that can be asked', async () => {
    answer(usageTable({}), enrolledTable({ seats: 6 }));
    await (await startPolling()).poll(never);
    const { reports } = await readCapacity(history());
    expect(reports).toMatchObject([
      { server: 'dsls', source: 'usageCsv', origin: 'DSLicSrv', takenAt: NOW },
      { server: 'dsls', source: 'licenseInfo', origin: 'DSLicSrv', takenAt: NOW },
    ]);
  });

  it('that fails changes nothing, and the next one says for how long all was the same', async () => {
    answer(usageTable({ inUse: 1 }), enrolledTable({}));
    const collector = await startPolling();
    await collector.poll(never);
    answer();
    await collector.poll(never);
    now += 60_000;
    answer(usageTable({ inUse: 4 }), enrolledTable({}));
    await collector.poll(never);
    const { reports, failures } = await readCapacity(history());
    expect(failures).toMatchObject([{ origin: 'DSLicSrv', source: null, reason: 'answerMissing' }]);
    expect(reports.map(({ takenAt, lastSeenAt }) => [takenAt, lastSeenAt])).toEqual([
      [NOW, now],
      [NOW, now],
    ]);
  });

  it('that is stopped leaves no trace', async () => {
    answer(usageTable({}));
    const stopping = new AbortController();
    const polling = (await startPolling()).poll(stopping.signal);
    stopping.abort();
    await polling;
    expect(await readCapacity(history())).toEqual({ reports: [], failures: [] });
  });
});
