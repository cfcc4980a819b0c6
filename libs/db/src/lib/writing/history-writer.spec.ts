import { createPlace, ENGINES, type TestPlace } from '../../testing/test-place';
import { openForReading } from '../data-source';
import type { Chunk, LogStream, NewEvent } from './chunk';
import { HistoryReader } from '../reading/history-reader';
import { HistoryWriter } from './history-writer';

const LIC1 = { name: 'lic1', timeZone: 'Europe/Paris', isDemo: false, cluster: null };

let place: TestPlace;
let writer: HistoryWriter;
let serverId: number;

async function open(): Promise<void> {
  writer = await HistoryWriter.open(place.history, 'a test');
  serverId = await writer.ensureServer(LIC1);
}

const unread = (): LogStream => ({
  id: 0,
  serverId,
  path: '/logs/LicenseServer1.log',
  dev: '1',
  ino: '2',
  head: new Uint8Array(),
  anchor: new Uint8Array(),
  byteOffset: 0,
  state: 'live',
  clock: { lastWallAt: null, isSecondPass: false },
  lastLineAt: null,
});

/** An event of one hundred bytes, the `nth` of its file. */
function event(nth: number, over: Partial<NewEvent> = {}): NewEvent {
  const place = writer.names.placeIds(
    { host: 'WS-1', computerId: '41A0-0a.1', display: '1' },
    '10.0.0.1',
  );
  return {
    type: 'grant',
    byteOffset: nth * 100,
    byteLength: 100,
    wallAt: 1_000 + nth,
    at: 1_000 + nth,
    lineHash: 7_000 + nth,
    occurrence: 1,
    timeFlag: null,
    productId: writer.names.productId('Dassault Systemes V5', 'MD2'),
    userId: writer.names.userId('ann'),
    ...place,
    sessionId: 'A',
    model: 'ConcurrentUser',
    quantity: 1,
    termsId: null,
    internalId: null,
    programId: null,
    processId: null,
    reason: null,
    textId: null,
    faults: 0,
    ...over,
  };
}

const chunk = (
  stream: LogStream,
  events: readonly NewEvent[],
  over: Partial<Chunk> = {},
): Chunk => ({
  serverId,
  stream,
  byteOffset: stream.byteOffset + 100 * events.length,
  head: new Uint8Array([1, 2, 3]),
  anchor: new Uint8Array([4]),
  clock: { lastWallAt: 1_000, isSecondPass: false },
  arrival: 'live',
  firstLineAt: 1_000,
  lastLineAt: 1_000,
  lines: events.length,
  events,
  messages: [],
  quarantined: [],
  seenAt: 5_000,
  ...over,
});

const rows = (sql: string) => place.read<Record<string, unknown>>(sql);

describe.each(ENGINES)('in %s', (engine) => {
  beforeEach(async () => {
    place = createPlace(engine);
    await open();
  });

  afterEach(async () => {
    await writer.close();
    await place.remove();
  });

  describe('HistoryWriter', () => {
    it('counts a session whose end another member of the cluster told first', async () => {
      const member = (name: string) => writer.ensureServer({ ...LIC1, name, cluster: 'pool' });
      const [one, other] = [await member('one'), await member('other')];
      const from = (id: number) => ({ ...unread(), serverId: id, ino: String(id) });
      const end = event(9, { type: 'detachment' });
      await writer.commit({ ...chunk(from(other), [end]), serverId: other });
      await writer.commit({ ...chunk(from(one), [event(5)]), serverId: one });
      expect(
        await rows('SELECT started_at AS start, ended_at AS "end" FROM license_sessions'),
      ).toEqual([{ start: 1_005, end: 1_009 }]);
      expect(await rows('SELECT day, in_use, last_at FROM use_days')).toEqual([
        { day: 0, in_use: 0, last_at: 1_009 },
      ]);
    });

    it('stores events, sessions and the offset of the file in one go', async () => {
      const { stream, changed, lastEventId } = await writer.commit(
        chunk(unread(), [event(0), event(1, { type: 'detachment' })]),
      );
      expect({ offset: stream.byteOffset, lastEventId }).toEqual({ offset: 200, lastEventId: 2 });
      expect(changed).toMatchObject([
        { id: 1, startedAt: 1_000, endedAt: 1_001, closedBy: 'detachment' },
      ]);
      expect(await writer.loadStreams(serverId)).toEqual([stream]);
      expect(await rows('SELECT id, ended_at FROM license_sessions')).toEqual([
        { id: 1, ended_at: 1_001 },
      ]);
    });

    it('goes on after a restart with the sessions that were open', async () => {
      const { stream } = await writer.commit(chunk(unread(), [event(0)]));
      await writer.close();
      await open();
      const { changed } = await writer.commit(chunk(stream, [event(1, { type: 'detachment' })]));
      expect(changed).toMatchObject([{ id: 1, endEventId: 2 }]);
    });

    it('refuses a line it has, whatever file brings it, and folds nothing of it', async () => {
      await writer.commit(chunk(unread(), [event(0)]));
      const copy = { ...unread(), path: '/archive/copy.log', ino: '3' };
      const { changed, tally } = await writer.commit(
        chunk(copy, [event(0), event(1, { type: 'detachment' })]),
      );
      expect(tally).toMatchObject({ events: 1, duplicates: 1 });
      expect(changed).toHaveLength(1);
      expect(await rows('SELECT COUNT(*) AS n FROM license_events')).toEqual([{ n: 2 }]);
    });

    it('keeps two equal lines of one millisecond apart by their occurrence', async () => {
      const again = event(0, { byteOffset: 100, occurrence: 2 });
      const { tally } = await writer.commit(chunk(unread(), [event(0), again]));
      expect(tally).toMatchObject({ events: 2, duplicates: 0 });
    });

    it('accounts for every byte that was read', async () => {
      const message = { ...event(1), level: 'I', category: 'ADMINSERVER', text: 'x' };
      const quarantined = [
        { byteOffset: 200, byteLength: 50, reason: 'noHeader', bytes: Buffer.from('é\0') },
      ];
      const parts = { messages: [message], quarantined, byteOffset: 250, lines: 3 };
      await writer.commit(chunk(unread(), [event(0)], parts));
      expect(
        await rows(`SELECT byte_offset - start_offset - event_bytes - message_bytes
        - quarantined_bytes - duplicate_bytes AS lost FROM log_streams`),
      ).toEqual([{ lost: 0 }]);
      expect(await rows('SELECT bytes FROM quarantined_lines')).toEqual([
        { bytes: Buffer.from('é\0') },
      ]);
    });

    it('stores nothing when another writer has moved the file meanwhile', async () => {
      const { stream } = await writer.commit(chunk(unread(), [event(0)]));
      await writer.commit(chunk(stream, [event(1)]));
      await expect(writer.commit(chunk(stream, [event(2)]))).rejects.toThrow(
        'another writer moved',
      );
      expect(await rows('SELECT COUNT(*) AS n FROM license_events')).toEqual([{ n: 2 }]);
    });

    it('closes lost sessions by an event of the history, and lets a later real end win', async () => {
      const { stream } = await writer.commit(chunk(unread(), [event(0)]));
      const policy = { maxAgeMs: () => 500, restartGraceMs: 100 };
      expect(await writer.sweep(1_400, policy)).toEqual([]);
      expect(await writer.sweep(9_000, policy)).toMatchObject([
        { id: 1, endedAt: 1_500, closedBy: 'presumedLost', endEventId: 2 },
      ]);
      expect(await rows('SELECT type, at, swept_id FROM license_events WHERE id = 2')).toEqual([
        { type: 8, at: 1_500, swept_id: 1 },
      ]);
      await writer.reload();
      const { changed } = await writer.commit(chunk(stream, [event(5, { type: 'detachment' })]));
      expect(changed).toMatchObject([{ id: 1, endedAt: 1_005, closedBy: 'detachment' }]);
    });

    it('does not take a sweep, which has no line, for the last line before a crash', async () => {
      const { stream } = await writer.commit(chunk(unread(), [event(0)]));
      await writer.sweep(9_000, { maxAgeMs: () => 500, restartGraceMs: 100 });
      const start = event(5_000, { type: 'serverStart', productId: null });
      await writer.commit(chunk(stream, [start]));
      const reader = await HistoryReader.open(place.history);
      expect(await reader.coverage.serverStates(0, 9_000)).toMatchObject([
        { type: 'serverStart', at: 6_000, lineBeforeAt: 1_000 },
      ]);
      await reader.close();
    });

    it('never mixes simulated and real history', async () => {
      await expect(writer.ensureServer({ ...LIC1, isDemo: true })).rejects.toThrow(
        'real data of "lic1"',
      );
    });

    it('takes names that differ in case for one, and shows the first spelling', async () => {
      const first = writer.names.userId('Chloé');
      expect(writer.names.userId('CHLOÉ')).toBe(first);
      expect(writer.names.user(first)).toBe('Chloé');
    });
  });

  describe('license_events', () => {
    it.each(['UPDATE license_events SET at = 0', 'DELETE FROM license_events'])(
      'refuses %s, whoever asks',
      async (sql) => {
        await writer.commit(chunk(unread(), [event(0)]));
        await expect(place.write(sql)).rejects.toThrow('append-only');
        expect(await rows('SELECT at FROM license_events')).toEqual([{ at: 1_000 }]);
      },
    );
  });

  describe('LiveWriter', () => {
    it('holds the open sessions up to an event, and can be rebuilt', async () => {
      const live = await place.openLive(writer);
      expect(await live.lastEventId()).toBeUndefined();
      const opened = await writer.commit(chunk(unread(), [event(0), event(1, { sessionId: 'B' })]));
      await live.apply(
        opened.changed.map((one) => writer.describe(one)),
        opened.lastEventId,
      );
      const closed = await writer.commit(chunk(opened.stream, [event(2, { type: 'detachment' })]));
      await live.apply(
        closed.changed.map((one) => writer.describe(one)),
        closed.lastEventId,
      );
      const reader = await openForReading('live', place.live);
      const read = () => reader.query('SELECT * FROM active_sessions');
      const applied: unknown = await read();
      expect(applied).toMatchObject([
        { id: 2, product: 'MD2', user: 'ann', host: 'WS-1', display: '1' },
      ]);
      await live.rebuild(
        [...writer.sessions.openSessions()].map((one) => writer.describe(one)),
        3,
      );
      expect(await read()).toEqual(applied);
      expect(await reader.lastEventId()).toBe(3);
      await reader.close();
      await live.close();
    });
  });
});
