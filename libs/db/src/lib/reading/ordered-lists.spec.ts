import { createPlace, ENGINES, type TestPlace } from '../../testing/test-place';
import { HistoryWriter } from '../writing/history-writer';
import type { ClosedSessionColumn } from './closed-sessions';
import { HistoryReader } from './history-reader';
import { ALL_NAMES, type EventColumn, type PagePosition } from './rows';

const DAY = 86_400_000;
const DIRECTIONS = [true, false];

/** Sessions by id: start and end, in days; null is not known. */
const SESSIONS: readonly (readonly [start: number | null, end: number])[] = [
  [1, 1.5],
  [null, 1.2],
  [1, 1.5],
  [0.5, 4],
  [2, 1.9],
  [1.2, 1.4],
  [null, 1.1],
  [1.4, 1.4],
  [1.3, 9],
];
/** Within which they must have ended, in days. */
const RANGE = { from: Math.round(1.15 * DAY), to: 5 * DAY };

const toMs = (days: number | null) => (days === null ? null : Math.round(days * DAY));

describe.each(ENGINES)('in %s', (engine) => {
  let place: TestPlace;
  let reader: HistoryReader;

  beforeAll(async () => {
    place = createPlace(engine);
    const writer = await HistoryWriter.open(place.history, 'a test');
    const server = { name: 'lic1', timeZone: 'Europe/Paris', isDemo: false, cluster: null };
    const serverId = await writer.ensureServer(server);
    await writer.close();
    await place.write(`INSERT INTO products (id, editor, code) VALUES (1, '', 'MD2')`);
    const rows = SESSIONS.map(([start, end], index) => {
      const isNegative = start !== null && start > end ? 1 : 0;
      return `(${index + 1}, ${serverId}, 1, 1, 1, ${toMs(start)}, ${toMs(end)}, 0, ${isNegative})`;
    });
    await place.write(`INSERT INTO license_sessions (id, server_id, product_id, model, quantity,
      started_at, ended_at, end_uncertainty_ms, is_negative) VALUES ${rows.join()}`);
    const events = [5, 3, 3, 8].map(
      (at, index) => `(${index + 1}, ${serverId}, ${at}, ${at}, 4, 0, ${index}, 1)`,
    );
    await place.write(`INSERT INTO license_events
      (id, server_id, wall_at, at, type, faults, line_hash, occurrence) VALUES ${events.join()}`);
    reader = await HistoryReader.open(place.history);
  });

  afterAll(async () => {
    await reader.close();
    await place.remove();
  });

  async function readPages(
    read: (after: PagePosition | null) => Promise<readonly PagePosition[]>,
  ): Promise<number[]> {
    const ids: number[] = [];
    for (let after: PagePosition | null = null; ;) {
      const page: readonly PagePosition[] = await read(after);
      ids.push(...page.map(({ id }) => id));
      after = page.at(-1) ?? null;
      if (after === null) return ids;
    }
  }

  const closed = (column: ClosedSessionColumn, isDescending: boolean, limit: number) =>
    readPages(async (after) => {
      const filter = { ...ALL_NAMES, ...RANGE, mark: null };
      const rows = await reader.sessions.closed(filter, { column, isDescending }, { after, limit });
      return rows.map((row) => ({ at: row[column], id: row.id }));
    });

  it.each([1, 2, 3, 20])('closed sessions come in order in pages of %i', async (limit) => {
    const byEnd = [2, 6, 8, 1, 3, 5, 4];
    expect(await closed('endedAt', false, limit)).toEqual(byEnd);
    expect(await closed('endedAt', true, limit)).toEqual([...byEnd].reverse());
    const byStart = [4, 1, 3, 6, 8, 5];
    expect(await closed('startedAt', false, limit)).toEqual([...byStart, 2]);
    expect(await closed('startedAt', true, limit)).toEqual([...byStart.reverse(), 2]);
  });

  it.each(DIRECTIONS)('events come in order, the last one first: %s', async (isDescending) => {
    const events = (column: EventColumn) =>
      readPages((after) =>
        reader.events(
          { ...ALL_NAMES, from: null, to: null, types: [] },
          { column, isDescending },
          { after, limit: 1 },
        ),
      );
    const inOrder = (ids: number[]) => (isDescending ? ids.reverse() : ids);
    expect(await events('id')).toEqual(inOrder([1, 2, 3, 4]));
    expect(await events('at')).toEqual(inOrder([2, 3, 1, 4]));
  });

  it('the revision of the history stays until something is told', async () => {
    const before = await reader.revision();
    expect(await reader.revision()).toBe(before);
    for (const told of [
      `UPDATE servers SET has_stale_sessions = 1`,
      `UPDATE servers SET time_zone = 'Asia/Tokyo'`,
      `INSERT INTO use_snapshots (server_id, product_id, model, at, in_use) VALUES (1, 1, 1, 5, 2)`,
    ]) {
      const known = await reader.revision();
      await place.write(told);
      expect([told, (await reader.revision()) === known]).toEqual([told, false]);
    }
  });
});
