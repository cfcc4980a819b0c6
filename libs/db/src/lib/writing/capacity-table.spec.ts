import fc from 'fast-check';
import { createPlace, ENGINES, type TestPlace } from '../../testing/test-place';
import { HistoryReader } from '../reading/history-reader';
import type { NewCapacityFailure, NewCapacityPool, NewCapacityReport } from './capacity-table';
import { HistoryWriter } from './history-writer';

const ALL = { servers: [], products: [] };
const LIC1 = { name: 'lic1', timeZone: 'Europe/Paris', isDemo: false, cluster: null };

let place: TestPlace;
let writer: HistoryWriter;
let serverId: number;

async function open(): Promise<void> {
  writer = await HistoryWriter.open(place.history, 'a test');
  serverId = await writer.ensureServer(LIC1);
}

const pool = (over: Partial<NewCapacityPool> = {}): NewCapacityPool => ({
  product: 'MD2',
  editor: 'Dassault Systemes V5',
  model: 'ConcurrentUser',
  seats: 5,
  inUse: 2,
  validFrom: null,
  validTo: 9_000,
  key: 'a',
  expires: '2025-12-31 00:59:00',
  ...over,
});
const report = (takenAt: number, ...pools: NewCapacityPool[]): NewCapacityReport => ({
  serverId,
  source: 'usageCsv',
  origin: 'usage.csv',
  takenAt,
  pools,
});
const failure = (over: Partial<NewCapacityFailure> = {}): NewCapacityFailure => ({
  serverId,
  source: null,
  origin: 'DSLicSrv',
  at: 1_000,
  reason: 'cannotConnect',
  text: 'Cannot connect to server lic1 on port 4084',
  ...over,
});

const withoutUse = (one: NewCapacityPool) =>
  Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'inUse'));

async function read<Result>(ask: (reader: HistoryReader) => Promise<Result>): Promise<Result> {
  const reader = await HistoryReader.open(place.history);
  try {
    return await ask(reader);
  } finally {
    await reader.close();
  }
}

/** `seats takenAt–lastSeenAt`, for reading. */
const told = () =>
  read(async ({ capacity }) =>
    (await capacity.reports(ALL)).map(
      ({ pools, takenAt, lastSeenAt }) =>
        `${pools.map(({ seats }) => seats).join('+')} ${takenAt}–${lastSeenAt}`,
    ),
  );

describe.each(ENGINES)('in %s', (engine) => {
  beforeEach(async () => {
    place = createPlace(engine);
    await open();
  });

  afterEach(async () => {
    await writer.close();
    await place.remove();
  });

  describe('a report of capacity', () => {
    it('is read as it was stored, with names', async () => {
      const unlimited = pool({
        editor: null,
        model: 'unknown',
        seats: null,
        inUse: null,
        key: 'b',
      });
      const nothing = { validTo: null, expires: null };
      const pools = [pool(), { ...unlimited, ...nothing }];
      await writer.storeCapacity(report(1_000, ...pools));
      expect(await read(({ capacity }) => capacity.reports(ALL))).toEqual([
        {
          id: 1,
          server: 'lic1',
          source: 'usageCsv',
          origin: 'usage.csv',
          takenAt: 1_000,
          lastSeenAt: 1_000,
          // What is in use is no part of what is owned.
          pools: pools.map((one) => withoutUse(one)),
        },
      ]);
    });

    it('tells what was in use, each time, the pools of a product added up', async () => {
      await writer.storeCapacity(report(1_000, pool(), pool({ key: 'b', inUse: 3 })));
      await writer.storeCapacity(report(2_000, pool(), pool({ key: 'b', inUse: 0 })));
      await writer.storeCapacity(report(2_000, pool(), pool({ key: 'b', inUse: 0 })));
      await writer.storeCapacity(report(3_000, pool({ inUse: null })));
      const used = await read(({ capacity }) => capacity.useSnapshots(ALL, 0, 9_000));
      expect(used.map(({ product, at, inUse }) => [product, at, inUse])).toEqual([
        ['MD2', 1_000, 5],
        ['MD2', 2_000, 2],
      ]);
      expect(await read(({ capacity }) => capacity.useSnapshots(ALL, 1_001, 2_000))).toEqual([]);
    });

    it('that says the same as the one before moves the time at which that was seen', async () => {
      expect(await writer.storeCapacity(report(1_000, pool(), pool({ key: 'b' })))).toBe('stored');
      const turned = report(2_000, pool({ key: 'b', inUse: 4 }), pool());
      expect(await writer.storeCapacity(turned)).toBe('seen');
      expect(await told()).toEqual(['5+5 1000–2000']);
    });

    it('that says otherwise is appended, and so is the first again', async () => {
      for (const [at, seats] of [
        [1_000, 5],
        [2_000, 6],
        [3_000, 5],
      ] as const)
        await writer.storeCapacity(report(at, pool({ seats })));
      expect(await told()).toEqual(['5 1000–1000', '6 2000–2000', '5 3000–3000']);
    });

    it('is another for each source and server', async () => {
      const tokyo = await writer.ensureServer({ ...LIC1, name: 'tokyo' });
      await writer.storeCapacity(report(1_000, pool()));
      await writer.storeCapacity({ ...report(1_000, pool()), source: 'licenseInfo' });
      await writer.storeCapacity({ ...report(1_000, pool()), serverId: tokyo });
      expect(await told()).toHaveLength(3);
    });

    it('of before divides the time for which equal ones were seen', async () => {
      await writer.storeCapacity(report(1_000, pool()));
      await writer.storeCapacity(report(3_000, pool()));
      await writer.storeCapacity(report(2_000, pool({ seats: 9 })));
      expect(await told()).toEqual(['5 1000–1000', '9 2000–2000', '5 3000–3000']);
    });

    it('keeps two that contradict each other at one instant, however often they come', async () => {
      for (const seats of [5, 6, 5, 6]) await writer.storeCapacity(report(1_000, pool({ seats })));
      expect(await told()).toEqual(['5 1000–1000', '6 1000–1000']);
    });

    it('may come in any order, if those in between come again: they are not kept', async () => {
      const taken = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(2)), {
        selector: ([at]) => at,
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(taken, async (anyOrder) => {
          const name = `lic-${run++}`;
          const id = await writer.ensureServer({ ...LIC1, name });
          const inOrder = [...anyOrder].sort(([a], [b]) => a - b);
          for (const [at, seats] of [...anyOrder, ...inOrder])
            await writer.storeCapacity({ ...report(at, pool({ seats })), serverId: id });
          const reports = await read(({ capacity }) =>
            capacity.reports({ ...ALL, servers: [name] }),
          );
          const said = inOrder.map(([at]) => reports.findLast(({ takenAt }) => takenAt <= at));
          expect(said.map((one) => one?.pools[0]?.seats)).toEqual(
            inOrder.map(([, seats]) => seats),
          );
          const edges = reports.flatMap(({ takenAt, lastSeenAt }) => [takenAt, lastSeenAt]);
          expect(edges).toEqual([...edges].sort((a, b) => a - b));
        }),
        { numRuns: 30 },
      );
    });

    it('is still known after a restart', async () => {
      await writer.storeCapacity(report(1_000, pool()));
      await writer.close();
      await open();
      expect(await writer.storeCapacity(report(1_000, pool()))).toBe('seen');
    });

    it('without a product that is asked for says that there is none', async () => {
      await writer.storeCapacity(report(1_000, pool({ product: 'KIN' })));
      const reports = await read(({ capacity }) =>
        capacity.reports({ servers: ['lic1'], products: ['MD2'] }),
      );
      expect(reports).toMatchObject([{ takenAt: 1_000, pools: [] }]);
      expect(await read(({ capacity }) => capacity.reports({ ...ALL, servers: ['rome'] }))).toEqual(
        [],
      );
    });

    it('of a member is one of its cluster, also where it joined that later', async () => {
      await writer.storeCapacity(report(1_000, pool()));
      const member = { ...LIC1, cluster: 'design' };
      await writer.ensureServer(member);
      await writer.storeCapacity(report(2_000, pool({ seats: 6 })));
      const reports = await read(({ capacity }) =>
        capacity.reports({ ...ALL, servers: ['design'] }),
      );
      expect(reports.map(({ server, takenAt }) => [server, takenAt])).toEqual([
        ['design', 1_000],
        ['design', 2_000],
      ]);
    });

    it.each([
      'UPDATE capacity_reports SET taken_at = 0',
      'DELETE FROM capacity_reports',
      'UPDATE capacity_pools SET seats = 0',
      'DELETE FROM capacity_pools',
    ])('refuses %s, whoever asks', async (sql) => {
      await writer.storeCapacity(report(1_000, pool()));
      await expect(place.write(sql)).rejects.toThrow('append-only');
    });
  });

  describe('a source that gave no answer', () => {
    const failures = () => read(({ capacity }) => capacity.failures());

    it('is noted, the last one first', async () => {
      await writer.storeCapacityFailure(failure());
      const later = failure({ at: 2_000, source: 'usageCsv', reason: 'truncated', text: '' });
      await writer.storeCapacityFailure(later);
      expect(await failures()).toEqual([
        {
          server: 'lic1',
          source: 'usageCsv',
          origin: 'DSLicSrv',
          at: 2_000,
          reason: 'truncated',
          text: '',
        },
        expect.objectContaining({ at: 1_000, source: null, reason: 'cannotConnect' }),
      ]);
      expect(await read(({ capacity }) => capacity.failures(['rome']))).toEqual([]);
    });

    it('for the same reason again is noted once, with the last time', async () => {
      await writer.storeCapacityFailure(failure());
      await writer.storeCapacityFailure(failure({ at: 2_000 }));
      expect(await failures()).toMatchObject([{ at: 2_000 }]);
    });

    it('is forgotten after a hundred others', async () => {
      for (let at = 0; at < 101; at++)
        await writer.storeCapacityFailure(failure({ at, text: `line ${at}` }));
      const kept = await failures();
      expect(kept).toHaveLength(100);
      expect(kept.at(-1)).toMatchObject({ at: 1 });
    });

    it('is not forgotten for those of other servers', async () => {
      await writer.storeCapacityFailure(failure());
      const other = await writer.ensureServer({ ...LIC1, name: 'rome' });
      for (let at = 0; at < 101; at++)
        await writer.storeCapacityFailure(failure({ serverId: other, at, text: `line ${at}` }));
      expect(await read(({ capacity }) => capacity.failures(['lic1']))).toHaveLength(1);
      expect(await read(({ capacity }) => capacity.failures(['rome']))).toHaveLength(100);
    });
  });
});
