import type { Chunk, LogStream, NewEvent } from '../lib/writing/chunk';
import { HistoryWriter, type Commit } from '../lib/writing/history-writer';
import type { LiveWriter } from '../lib/writing/live-writer';
import type { TestPlace } from './test-place';

/** A line as a test writes it; what it leaves out is ordinary. */
export interface TestLine {
  readonly user: string;
  readonly type?: 'grant' | 'detachment' | 'denial';
  readonly product?: string;
  readonly host?: string;
  /** UTC milliseconds; each line comes a millisecond after the one before where it is left out. */
  readonly at?: number;
}

/** Bytes of each line. */
const LINE_BYTES = 100;

/** A monitor of one licence server, whose log a test writes by hand. */
export class TestMonitor {
  private lines = 0;

  private constructor(
    readonly history: HistoryWriter,
    private readonly live: LiveWriter,
    readonly serverId: number,
    private stream: LogStream,
  ) {}

  /** @param cluster name of the cluster that the server is a member of. */
  static async start(
    place: TestPlace,
    server: string,
    cluster: string | null = null,
  ): Promise<TestMonitor> {
    const history = await HistoryWriter.open(place.history, `monitor of ${server}`);
    const described = { name: server, timeZone: 'Europe/Paris', isDemo: false, cluster };
    try {
      const serverId = await history.ensureServer(described);
      const live = await place.openLive(history);
      return new TestMonitor(history, live, serverId, unread(serverId));
    } catch (error) {
      await history.close();
      throw error;
    }
  }

  /** Commits lines as one chunk, and with it, or then, what the live store has to say of them. */
  async tell(...lines: readonly TestLine[]): Promise<Commit> {
    const { history } = this;
    const chunk = this.toChunk(lines);
    await history.prepare(chunk);
    const done = await history.asOne(async () => {
      const commit = await history.commit(chunk);
      const changed = commit.changed.map((session) => history.describe(session));
      await this.live.apply(changed, commit.lastEventId);
      return commit;
    });
    this.stream = done.stream;
    return done;
  }

  /** Writes lines to the history and leaves the transaction open. */
  async hold(...lines: readonly TestLine[]): Promise<void> {
    const chunk = this.toChunk(lines);
    await this.history.prepare(chunk);
    await this.history.runner.begin();
    await this.history.commit(chunk);
  }

  /** Ends the transaction that is held, as a failure does, and starts from what is stored. */
  async fail(): Promise<void> {
    await this.history.runner.rollback();
    await this.history.reload();
  }

  async stop(): Promise<void> {
    await this.live.close();
    await this.history.close();
  }

  private toChunk(lines: readonly TestLine[]): Chunk {
    const { stream, serverId } = this;
    const events = lines.map((line) => this.toEvent(line));
    const lastWallAt = events.at(-1)?.wallAt ?? null;
    return {
      serverId,
      stream,
      byteOffset: stream.byteOffset + LINE_BYTES * events.length,
      head: new Uint8Array(),
      anchor: new Uint8Array(),
      clock: { lastWallAt, isSecondPass: false },
      arrival: 'live',
      firstLineAt: events[0]?.at ?? null,
      lastLineAt: lastWallAt,
      lines: events.length,
      events,
      messages: [],
      quarantined: [],
      seenAt: 0,
    };
  }

  private toEvent(line: TestLine): NewEvent {
    const { names } = this.history;
    const nth = this.lines++;
    const { user, type = 'denial', product = 'MD2', host = 'WS-1', at = nth } = line;
    const isUse = type !== 'denial';
    return {
      type,
      at,
      wallAt: at,
      byteOffset: nth * LINE_BYTES,
      byteLength: LINE_BYTES,
      lineHash: nth,
      occurrence: 1,
      timeFlag: null,
      productId: names.productId('Dassault Systemes V5', product),
      userId: names.userId(user),
      ...names.placeIds({ host, computerId: `${host}.1`, display: '1' }, '10.0.0.1'),
      sessionId: isUse ? user : null,
      model: isUse ? 'ConcurrentUser' : null,
      quantity: isUse ? 1 : null,
      termsId: null,
      internalId: null,
      programId: null,
      processId: null,
      reason: isUse ? null : 'exhausted',
      textId: null,
      faults: 0,
    };
  }
}

const unread = (serverId: number): LogStream => ({
  id: 0,
  serverId,
  path: '/logs/LicenseServer1.log',
  dev: '1',
  ino: `${serverId}`,
  head: new Uint8Array(),
  anchor: new Uint8Array(),
  byteOffset: 0,
  state: 'live',
  clock: { lastWallAt: null, isSecondPass: false },
  lastLineAt: null,
});
