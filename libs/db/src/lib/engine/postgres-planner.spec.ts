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

/** How many rows the planner takes a table to have; below none while it has never looked. */
const rowsOf = async (table: string) => {
  const [row] = await place.read<{ rows: number }>(
    `SELECT reltuples::bigint AS rows FROM pg_class WHERE oid = '${table}'::regclass`,
  );
  return row?.rows;
};

describe('the planner of PostgreSQL', () => {
  it('is told of all events together, which nothing tells it by itself', async () => {
    await store.prepare([Date.UTC(2026, 0, 5)]);
    for (let id = 1; id <= 3; id++) {
      await place.write(`INSERT INTO license_events
        (id, server_id, wall_at, at, type, faults, line_hash, occurrence)
        VALUES (${id}, 1, ${Date.UTC(2026, 0, id)}, ${Date.UTC(2026, 0, id)}, 0, 0, ${id}, 1)`);
    }
    expect(await rowsOf('license_events')).toBe(-1);
    await store.learn();
    expect(await rowsOf('license_events')).toBe(3);
  });

  it('compiles no statement', async () => {
    expect(await store.runner.query('SHOW jit')).toEqual([{ jit: 'off' }]);
  });
});
