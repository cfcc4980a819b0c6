import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  HistoryWriter,
  LiveWriter,
  type CapacitySource,
  type Chunk,
  type LogStream,
  type MonitorStatus,
  type NewEvent,
} from '@license-monitor/db';
import type { TestDatabase } from './test-database';

/** An event as a test writes it; what it leaves out is ordinary. */
export interface ToldEvent {
  readonly type: NewEvent['type'];
  readonly at: number;
  readonly product?: string;
  readonly user?: string;
  readonly host?: string;
  readonly session?: string;
  readonly reason?: NewEvent['reason'];
  readonly model?: NewEvent['model'];
}

/** Stores in a folder, or in a database, of their own, written as a monitor writes them. */
export class TestStores {
  readonly folder = mkdtempSync(join(tmpdir(), 'license-monitor-api-'));
  readonly historyFile = join(this.folder, 'history.db');
  readonly liveFile = join(this.folder, 'license_manager.db');
  private history: HistoryWriter | undefined;
  private live: LiveWriter | undefined;
  private readonly streams = new Map<string, LogStream>();
  private lines = 0;

  /**
   * @param database instead of files; others may write it, too.
   * @param server name of the licence server whose log the test writes.
   */
  constructor(
    private readonly database?: TestDatabase,
    private readonly server = 'lic1',
  ) {}

  /** Settings that name the stores. */
  get environment(): Readonly<Record<string, string>> {
    return this.database === undefined
      ? { HISTORY_DB: this.historyFile, LIVE_DB: this.liveFile }
      : { DATABASE_URL: this.database.url };
  }

  private get place(): string {
    return this.database?.url ?? this.historyFile;
  }

  async open(isDemo = false): Promise<void> {
    this.history = await HistoryWriter.open(this.place, 'a test');
    this.live =
      this.database === undefined
        ? await LiveWriter.open(this.liveFile)
        : LiveWriter.beside(this.history);
    await this.addServer(this.server, isDemo);
    await this.live.rebuild([], 0);
  }

  /** Adds another licence server, with a log of its own; `open` has added the first. */
  async addServer(name: string, isDemo = false): Promise<void> {
    if (!this.history) throw new Error('open the stores first');
    const server = { name, timeZone: 'Europe/Paris', isDemo, cluster: null };
    this.streams.set(name, {
      id: 0,
      serverId: await this.history.ensureServer(server),
      path: `/var/logs/LicenseServer${this.streams.size + 1}.log`,
      dev: '1',
      ino: String(this.streams.size + 1),
      head: new Uint8Array(),
      anchor: new Uint8Array(),
      byteOffset: 0,
      state: 'live',
      clock: { lastWallAt: null, isSecondPass: false },
      lastLineAt: null,
    });
  }

  /** Adds events to the history, and with it, or then, brings the live store up to them. */
  tell(...told: readonly ToldEvent[]): Promise<void> {
    return this.tellOf(this.server, ...told);
  }

  /** The same of another server. */
  async tellOf(server: string, ...told: readonly ToldEvent[]): Promise<void> {
    const { history, chunk } = await this.prepare(server, told);
    await history.asOne(() => this.write(server, chunk));
  }

  /** Does the same in a transaction that stays open, until `release`; PostgreSQL only. */
  async hold(...told: readonly ToldEvent[]): Promise<void> {
    const { history, chunk } = await this.prepare(this.server, told);
    await history.runner.begin();
    await this.write(this.server, chunk);
  }

  /** Ends the transaction that is held; a failed one leaves a writer that cannot go on. */
  async release(end: 'commit' | 'rollback'): Promise<void> {
    await this.history?.runner[end]();
  }

  private async write(server: string, chunk: Chunk): Promise<void> {
    const { history, live } = this;
    if (!history || !live) throw new Error('open the stores first');
    const commit = await history.commit(chunk);
    this.streams.set(server, commit.stream);
    const changed = commit.changed.map((session) => history.describe(session));
    await live.apply(changed, commit.lastEventId);
  }

  private async prepare(server: string, told: readonly ToldEvent[]) {
    const { history } = this;
    const stream = this.streams.get(server);
    if (!history || !stream) throw new Error('open the stores first');
    const events = told.map((event) => this.toEvent(event, history));
    const byteOffset = stream.byteOffset + 100 * events.length;
    const lastLineAt = told.at(-1)?.at ?? null;
    const chunk: Chunk = {
      serverId: stream.serverId,
      stream,
      byteOffset,
      head: new Uint8Array(),
      anchor: new Uint8Array(),
      clock: { lastWallAt: lastLineAt, isSecondPass: false },
      arrival: 'live',
      firstLineAt: told[0]?.at ?? null,
      lastLineAt,
      lines: events.length,
      events,
      messages: [],
      quarantined: [],
      seenAt: 0,
    };
    await history.prepare(chunk);
    return { history, chunk };
  }

  /** Closes the sessions that are older than `maxAgeMs` at `now`, as the monitor's sweep does. */
  async sweep(now: number, maxAgeMs: number): Promise<void> {
    await this.history?.sweep(now, { maxAgeMs: () => maxAgeMs, restartGraceMs: maxAgeMs });
  }

  /** Closes the writer and opens it again, as a restart of the monitor does. */
  async restart(): Promise<void> {
    await this.history?.close();
    this.history = await HistoryWriter.open(this.place, 'a test');
    if (this.database !== undefined) this.live = LiveWriter.beside(this.history);
  }

  /** Makes all that is derived anew. */
  async rebuild(): Promise<void> {
    const { history } = this;
    const stream = this.streams.get(this.server);
    if (history && stream) await history.refold(stream.serverId);
  }

  /** Stores what an output of the administration tool, or another source, says of one product, MD2. */
  async tellSeats(
    takenAt: number,
    seats: number,
    inUse: number,
    source: CapacitySource = 'usageCsv',
  ): Promise<void> {
    const { history } = this;
    const stream = this.streams.get(this.server);
    if (!history || !stream) throw new Error('open the stores first');
    const pool = {
      product: 'MD2',
      editor: 'Dassault Systemes V5',
      model: 'ConcurrentUser' as const,
      validFrom: null,
      validTo: null,
      key: 'MD2',
      expires: null,
    };
    await history.storeCapacity({
      serverId: stream.serverId,
      source,
      origin: 'usage.csv',
      takenAt,
      pools: [{ ...pool, seats, inUse }],
    });
  }

  /** Stores that the administration tool gave no answer. */
  async tellNoSeats(at: number): Promise<void> {
    const { history } = this;
    const stream = this.streams.get(this.server);
    if (!history || !stream) throw new Error('open the stores first');
    await history.storeCapacityFailure({
      serverId: stream.serverId,
      source: null,
      origin: 'DSLicSrv',
      at,
      reason: 'cannotConnect',
      text: 'Cannot connect to server lic1 on port 4084',
    });
  }

  async report(over: Partial<MonitorStatus> = {}): Promise<void> {
    await this.live?.report({
      server: this.server,
      state: 'ok',
      problem: null,
      reportedAt: Date.now(),
      logDirectory: '/var/logs',
      logPattern: 'LicenseServer*.log',
      bytesTotal: 100,
      bytesRead: 100,
      counts: null,
      ...over,
    });
  }

  /** Deletes the live store and makes it anew, as the monitor does after a restart. */
  async replaceLive(): Promise<void> {
    const { history } = this;
    await this.live?.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${this.liveFile}${end}`, { force: true });
    this.live = await LiveWriter.open(this.liveFile);
    const open = [...(history?.sessions.openSessions() ?? [])];
    await this.live.rebuild(
      open.flatMap((one) => history?.describe(one) ?? []),
      history?.lastEventId ?? 0,
    );
  }

  async close(): Promise<void> {
    await this.live?.close();
    await this.history?.close();
    rmSync(this.folder, { recursive: true });
  }

  private toEvent(event: ToldEvent, { names }: HistoryWriter): NewEvent {
    const { type, at, product = 'MD2', user = 'ann', host = 'WS-1', session = user } = event;
    const isUsage = type === 'grant' || type === 'detachment' || type === 'timeout';
    const isDenial = type === 'denial';
    const nth = this.lines++;
    return {
      type,
      at,
      wallAt: at,
      byteOffset: nth * 100,
      byteLength: 100,
      lineHash: nth,
      occurrence: 1,
      timeFlag: null,
      productId: names.productId(isDenial ? null : 'Dassault Systemes V5', product),
      userId: names.userId(user),
      ...names.placeIds({ host, computerId: `${host}.1`, display: '1' }, '10.0.0.1'),
      sessionId: isUsage ? session : null,
      model: isUsage ? (event.model ?? 'ConcurrentUser') : null,
      quantity: isUsage ? 1 : null,
      termsId: null,
      internalId: null,
      programId: null,
      processId: null,
      reason: isDenial ? (event.reason ?? 'exhausted') : null,
      textId: isDenial ? names.textId('no more available license') : null,
      faults: 0,
    };
  }
}
