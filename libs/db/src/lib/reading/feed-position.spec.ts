import { cutOff } from '../../testing/cut-off';
import { TestMonitor } from '../../testing/test-monitor';
import { createPlace, ENGINES, type Engine, type TestPlace } from '../../testing/test-place';
import { openForReading, type Reading } from '../data-source';

/** A file has one writer, a database as many as there are licence servers. */
const SERVERS: Readonly<Record<Engine, readonly string[]>> = {
  SQLite: ['lic1'],
  PostgreSQL: ['lic1', 'lic2', 'lic3'],
};
/** How many chunks each monitor commits in the long test. */
const CHUNKS = 25;

let place: TestPlace;
let monitors: TestMonitor[];
let feed: Feed;

/** Takes events as the API does: from its last position up to the one it is told. */
class Feed {
  readonly ids: number[] = [];
  position = 0;

  constructor(
    private readonly live: Reading,
    private readonly history: Reading,
  ) {}

  static open = async (): Promise<Feed> =>
    new Feed(
      await openForReading('live', place.live),
      await openForReading('history', place.history),
    );

  /** Returns what is new. */
  async take(): Promise<number[]> {
    const last = await this.live.lastEventId();
    const rows = await this.history.query<{ id: number }>(
      'SELECT id FROM license_events WHERE id > ? AND id <= ? ORDER BY id',
      [this.position, last],
    );
    this.position = last;
    const ids = rows.map(({ id }) => id);
    this.ids.push(...ids);
    return ids;
  }

  async close(): Promise<void> {
    await this.live.close();
    await this.history.close();
  }
}

async function start(engine: Engine): Promise<void> {
  place = createPlace(engine);
  monitors = [];
  for (const server of SERVERS[engine]) monitors.push(await TestMonitor.start(place, server));
  await monitors[0]!.tell();
  feed = await Feed.open();
}

afterEach(async () => {
  await feed.close();
  for (const monitor of monitors) await monitor.stop();
  await place.remove();
});

const storedIds = async () => {
  const rows = await place.read<{ id: number }>('SELECT id FROM license_events ORDER BY id');
  return rows.map(({ id }) => id);
};

describe.each(ENGINES)('the feed of a history in %s', (engine) => {
  beforeEach(() => start(engine));

  it('has nothing of a transaction that is open, and goes on when it has failed', async () => {
    const [monitor] = monitors;
    await monitor!.tell({ user: 'ann' });
    expect(await feed.take()).toHaveLength(1);
    await monitor!.hold({ user: 'bob' }, { user: 'eve' });
    expect(await feed.take()).toEqual([]);
    await monitor!.fail();
    expect(await feed.take()).toEqual([]);
    await monitor!.tell({ user: 'bob' });
    expect(await feed.take()).toHaveLength(1);
    expect(feed.ids).toEqual(await storedIds());
  });

  it('has every event once and in order, whatever monitors commit and take back', async () => {
    let isOver = false;
    const write = async (monitor: TestMonitor) => {
      for (let nth = 0; nth < CHUNKS; nth++) {
        const lines = Array.from({ length: 1 + (nth % 4) }, (_, at) => ({ user: `u${nth}${at}` }));
        if (nth % 3 === 0) {
          await monitor.hold(...lines);
          await monitor.fail();
        }
        await monitor.tell(...lines);
      }
    };
    const read = async () => {
      while (!isOver) await feed.take();
    };
    const reading = read();
    await Promise.all(monitors.map(write)).finally(() => (isOver = true));
    await reading;
    await feed.take();
    const ids = await storedIds();
    expect(ids).toHaveLength(61 * monitors.length);
    expect(feed.ids).toEqual(ids);
  });
});

describe('feed positions in PostgreSQL', () => {
  beforeEach(() => start('PostgreSQL'));

  /** The first monitor has numbers and keeps its transaction open; the second commits later ones. */
  async function overtake(): Promise<void> {
    const [slow, quick] = monitors;
    await slow!.hold({ user: 'ann' }, { user: 'bob' });
    await quick!.tell({ user: 'eve' });
  }

  it('are safe when a later id commits first', async () => {
    const [slow, quick] = monitors;
    await quick!.tell({ user: 'eve' });
    expect(await feed.take()).toEqual([1]);
    await overtake();
    expect(await storedIds()).toEqual([1, 4]);
    expect(await feed.take()).toEqual([]);
    await slow!.history.runner.commit();
    expect(await feed.take()).toEqual([2, 3, 4]);
    expect(await feed.take()).toEqual([]);
  });

  it('go on over the numbers of a transaction that failed', async () => {
    const [slow, quick] = monitors;
    await overtake();
    expect(await feed.take()).toEqual([]);
    await slow!.history.runner.rollback();
    expect(await feed.take()).toEqual([3]);
    await quick!.tell({ user: 'eve' });
    expect(await feed.take()).toEqual([4]);
  });

  it('go on over the numbers of a monitor whose connection broke', async () => {
    const [slow, quick] = monitors;
    await overtake();
    await cutOff(slow!.history, quick!.history);
    expect(await feed.take()).toEqual([3]);
  });

  it('wait for the oldest of several transactions', async () => {
    const [oldest, middle, quick] = monitors;
    await oldest!.hold({ user: 'ann' });
    await middle!.hold({ user: 'ann' });
    await quick!.tell({ user: 'eve' });
    await middle!.history.runner.commit();
    expect(await feed.take()).toEqual([]);
    await oldest!.history.runner.commit();
    expect(await feed.take()).toEqual([1, 2, 3]);
  });

  it('do not wait for a transaction that has added no event', async () => {
    const [slow, quick] = monitors;
    await slow!.hold();
    await quick!.tell({ user: 'eve' });
    expect(await feed.take()).toEqual([1]);
    await slow!.history.runner.commit();
  });
});
