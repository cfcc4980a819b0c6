import { createPlace, type TestPlace } from '../../testing/test-place';
import { PostgresStore } from './postgres-store';

let place: TestPlace;
let store: PostgresStore;

beforeEach(async () => {
  place = createPlace('PostgreSQL');
  store = await PostgresStore.open(place.history, 'a test');
});

afterEach(async () => {
  await store.close();
  await place.remove();
});

const BEFORE_2000 = `license_events_before_2000 FOR VALUES FROM (MINVALUE) TO ('${Date.UTC(2000, 0)}')`;

const months = async () => {
  const rows = await place.read<{ name: string; bounds: string }>(
    `SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bounds
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'license_events'::regclass ORDER BY c.relname`,
  );
  return rows.map(({ name, bounds }) => `${name} ${bounds}`);
};

const insert = (id: number, wallAt: number) =>
  place.write(`INSERT INTO license_events
    (id, server_id, wall_at, at, type, faults, line_hash, occurrence)
    VALUES (${id}, 1, ${wallAt}, ${wallAt}, 0, 0, ${id}, 1)`);

describe('the partitions of the events', () => {
  it('are the months of their stamps, and the next one ahead', async () => {
    const december = Date.UTC(2025, 11, 31, 23, 59, 59, 999);
    await store.prepare([Date.UTC(2021, 4, 3), december, Date.UTC(2021, 4, 1)]);
    const bound = (year: number, month: number) => `'${Date.UTC(year, month)}'`;
    expect(await months()).toEqual([
      `license_events_2021_05 FOR VALUES FROM (${bound(2021, 4)}) TO (${bound(2021, 5)})`,
      `license_events_2025_12 FOR VALUES FROM (${bound(2025, 11)}) TO (${bound(2026, 0)})`,
      `license_events_2026_01 FOR VALUES FROM (${bound(2026, 0)}) TO (${bound(2026, 1)})`,
      BEFORE_2000,
    ]);
    await insert(1, december);
    expect(await place.read('SELECT id FROM license_events_2025_12')).toEqual([{ id: 1 }]);
  });

  it('are made once, whoever else makes them', async () => {
    const other = await PostgresStore.open(place.history, 'another monitor');
    const stamps = [Date.UTC(2021, 4, 3), Date.UTC(2021, 5, 3)];
    await Promise.all([store.prepare(stamps), other.prepare(stamps)]);
    await other.close();
    expect(await months()).toHaveLength(4);
  });

  it('are made while somebody reads the others', async () => {
    const reader = await PostgresStore.open(place.history, 'a reader');
    await store.prepare([Date.UTC(2021, 4, 3)]);
    await reader.runner.begin();
    await reader.runner.query('SELECT COUNT(*) FROM license_events');
    await store.prepare([Date.UTC(2022, 4, 3)]);
    expect(await months()).toHaveLength(5);
    await reader.close();
  });

  it('have none for stamps of before there were such servers', async () => {
    await store.prepare([0]);
    expect(await months()).toEqual([BEFORE_2000]);
    await insert(1, 0);
    expect(await place.read('SELECT id FROM license_events')).toEqual([{ id: 1 }]);
  });

  it('refuse a change, as the whole table does', async () => {
    const at = Date.UTC(2021, 4, 3);
    await store.prepare([at]);
    await insert(1, at);
    for (const sql of [
      'UPDATE license_events_2021_05 SET at = 0',
      'DELETE FROM license_events_2021_05',
      'TRUNCATE license_events',
      'TRUNCATE license_events_2021_05',
    ]) {
      await expect(place.write(sql)).rejects.toThrow('license_events is append-only');
    }
  });

  it('let instants be changed where that is announced, and nothing else', async () => {
    await insert(1, 0);
    await store.runner.begin();
    await store.whileTimesChange(async () => {
      await store.runner.query('UPDATE license_events SET at = 5, time_flag = 1');
    });
    await expect(store.runner.query('UPDATE license_events SET at = 6')).rejects.toThrow('refused');
    await store.runner.rollback();
    await store.runner.begin();
    await expect(
      store.whileTimesChange(async () => {
        await store.runner.query('UPDATE license_events SET at = 5, type = 1');
      }),
    ).rejects.toThrow('refused');
    await store.runner.rollback();
  });
});
