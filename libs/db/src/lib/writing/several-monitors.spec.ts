import { TestMonitor, type TestLine } from '../../testing/test-monitor';
import { createPlace, type TestPlace } from '../../testing/test-place';

const SERVERS = ['lic1', 'lic2'];
const CHUNKS = 12;
const PEOPLE = 40;

let place: TestPlace;
let monitors: TestMonitor[];

beforeEach(async () => {
  place = createPlace('PostgreSQL');
  // The database is not there yet: both want to create it, its tables, and their servers.
  monitors = await Promise.all(SERVERS.map((server) => TestMonitor.start(place, server)));
});

afterEach(async () => {
  for (const monitor of monitors) await monitor.stop();
  await place.remove();
});

/** Everybody of a chunk takes a licence and gives it back, with names that nobody has used before. */
function linesOf(chunk: number, isForwards: boolean): TestLine[] {
  const people = Array.from({ length: PEOPLE }, (_, nth) => `${chunk} ${nth}`);
  if (!isForwards) people.reverse();
  return people.flatMap((name) => {
    const line = { user: `user ${name}`, host: `host ${name}`, product: `P${chunk}` };
    return [
      { ...line, type: 'grant' as const },
      { ...line, type: 'detachment' as const },
    ];
  });
}

const countWaiting = async () => {
  const [row] = await place.read<{ count: number }>(
    `SELECT COUNT(DISTINCT pid) AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
};

describe('the monitors of one PostgreSQL database', () => {
  it('have a server each, whoever comes first', async () => {
    const servers = await place.read('SELECT name FROM servers ORDER BY name');
    expect(servers).toEqual(SERVERS.map((name) => ({ name })));
  });

  it('do not wait for the transaction of another, also where both add the same names', async () => {
    const [slow, quick] = monitors;
    await slow!.hold({ user: 'ann' });
    await quick!.tell({ user: 'ann' });
    await slow!.history.runner.commit();
    const names = await place.read(
      `SELECT u.name, COUNT(*) AS events FROM license_events e JOIN users u ON u.id = e.user_id
        GROUP BY u.id, u.name`,
    );
    expect(names).toEqual([{ name: 'ann', events: 2 }]);
  });

  it('add the same names at once, in any order: no deadlock, nothing lost, nothing twice', async () => {
    const write = async (monitor: TestMonitor, at: number) => {
      for (let chunk = 0; chunk < CHUNKS; chunk++) {
        await monitor.tell(...linesOf(chunk, (chunk + at) % 2 === 0));
      }
    };
    await Promise.all(monitors.map(write));
    const people = CHUNKS * PEOPLE;
    expect(
      await place.read(
        `SELECT s.name, COUNT(*) AS sessions, COUNT(DISTINCT u.name) AS users,
           COUNT(DISTINCT h.name) AS hosts, COUNT(DISTINCT p.code) AS products,
           SUM(CASE WHEN 'user ' || substr(h.name, 6) = u.name
             AND h.name LIKE 'host ' || substr(p.code, 2) || ' %' AND x.ended_at - x.started_at = 1
             THEN 1 ELSE 0 END) AS sound
         FROM license_sessions x JOIN servers s ON s.id = x.server_id
         JOIN users u ON u.id = x.user_id JOIN hosts h ON h.id = x.host_id
         JOIN products p ON p.id = x.product_id GROUP BY s.name ORDER BY s.name`,
      ),
    ).toEqual(
      SERVERS.map((name) => ({
        name,
        sessions: people,
        users: people,
        hosts: people,
        products: CHUNKS,
        sound: people,
      })),
    );
    const [counts] = await place.read(
      `SELECT (SELECT COUNT(*) FROM license_events) AS events,
         (SELECT COUNT(DISTINCT id) FROM license_events) AS ids,
         (SELECT COUNT(*) FROM users) AS users, (SELECT COUNT(*) FROM hosts) AS hosts,
         (SELECT COUNT(*) FROM clients) AS clients, (SELECT COUNT(*) FROM products) AS products,
         (SELECT COUNT(*) FROM active_sessions) AS open,
         (SELECT SUM(byte_offset - event_bytes) FROM log_streams) AS lost`,
    );
    expect(counts).toEqual({
      events: 4 * people,
      ids: 4 * people,
      users: people,
      hosts: people,
      clients: people,
      products: CHUNKS,
      open: 0,
      lost: 0,
    });
  });

  it('never wait for each other crosswise', async () => {
    const [one, other] = monitors;
    const third = await TestMonitor.start(place, 'lic3');
    // Only the names of users are new then.
    for (const monitor of monitors) await monitor.tell({ user: 'a friend' });
    await third.history.runner.begin();
    await third.history.runner.query(`INSERT INTO users VALUES (1000000, 'm', 'm')`);
    const told = [
      one!.tell({ user: 'a' }, { user: 'm' }, { user: 'z' }),
      other!.tell({ user: 'z' }, { user: 'm' }, { user: 'a' }),
    ];
    // Each has got as far as it can.
    while ((await countWaiting()) < 2);
    await third.history.runner.rollback();
    await Promise.all(told);
    await third.stop();
    expect(await place.read('SELECT name FROM users ORDER BY name')).toEqual([
      { name: 'a' },
      { name: 'a friend' },
      { name: 'm' },
      { name: 'z' },
    ]);
  });

  it('make room for the month of an end that is assumed', async () => {
    const [monitor] = monitors;
    const month = (nth: number) => Date.UTC(2025, nth, 10);
    await monitor!.tell({ user: 'ann', type: 'grant', at: month(0) });
    const policy = { maxAgeMs: () => month(6) - month(0), restartGraceMs: 0 };
    expect(await monitor!.history.sweep(month(8), policy)).toHaveLength(1);
    expect(await place.read('SELECT type FROM license_events_2025_07')).toEqual([{ type: 8 }]);
  });
});
