import type { LostSession, Session, SessionState, SweepPolicy } from '@license-monitor/sessions';
import { isPostgres } from '../engine/place';
import { PostgresStore } from '../engine/postgres-store';
import type { QueryRunner } from '../engine/query-runner';
import { SqliteStore } from '../engine/sqlite-store';
import type { WritableStore } from '../engine/writable-store';
import {
  storeCapacity,
  storeCapacityFailure,
  type NewCapacityFailure,
  type NewCapacityReport,
  type StoredCapacity,
} from './capacity-table';
import type { Chunk, LogStream } from './chunk';
import type { StoredEvent } from './append';
import { appendChunk } from './append-chunk';
import { FoldedHistory } from './folded-history';
import { rewriteTimes, type TimeConverter } from './stored-times';
import { toNamedSession, type NamedSession } from './named-session';
import type { Names } from './names';
import { ServerTable, type ServerDescription } from './server-table';
import {
  countOccurrences,
  loadStreams,
  markStream,
  saveStream,
  type StreamTally,
} from './stream-rows';
import { appendSweeps } from './append-sweeps';
import { WriterTransactions } from './writer-transactions';

/** What a commit did. */
export interface Commit {
  readonly stream: LogStream;
  readonly changed: readonly Session[];
  readonly lastEventId: number;
  readonly tally: StreamTally;
}

/**
 * The one writer of the history. Events, the sessions folded from them and the file's new offset
 * are one transaction, so a crash at any moment loses nothing and repeats nothing.
 *
 * After a failed commit what it holds in memory may be ahead of the file: `reload` before going on.
 */
export class HistoryWriter {
  readonly servers = new ServerTable();
  private readonly transactions: WriterTransactions;
  private readonly folded: FoldedHistory;
  /** The connection, for the live store of the same database. */
  readonly runner: QueryRunner;
  private lastId = 0;

  private constructor(private readonly store: WritableStore) {
    this.runner = store.runner;
    this.transactions = new WriterTransactions(store);
    this.folded = new FoldedHistory(store.runner, this.servers);
  }

  /**
   * Opens the history and brings its tables up to date.
   *
   * @param place path of the SQLite file, or URL of the PostgreSQL database; created where it is missing.
   * @param holder who writes, for whoever is kept from it.
   */
  static async open(place: string, holder: string): Promise<HistoryWriter> {
    const store = await (isPostgres(place) ? PostgresStore : SqliteStore).open(place, holder);
    const writer = new HistoryWriter(store);
    await writer.load();
    return writer;
  }

  get lastEventId(): number {
    return this.lastId;
  }

  /** Numbers for the names in what is going to be written. */
  get names(): Names {
    return this.transactions.names;
  }

  /** The sessions as the events stored so far left them. */
  get sessions(): SessionState {
    return this.folded.sessions;
  }

  /** Names of the servers and clusters whose history this writer alone writes; null: of all. */
  ownServers(): string[] | null {
    const { claimed } = this.store;
    return claimed && [...claimed].flatMap((id) => this.servers.names.get(id) ?? []);
  }

  /** Takes everything that is held in memory anew from the database. */
  async reload(): Promise<void> {
    await this.store.recover();
    await this.load();
  }

  private async load(): Promise<void> {
    await this.transactions.loadNames();
    await this.servers.load(this.runner);
    await this.folded.load(this.store.claimed);
    const [row] = (await this.runner.query('SELECT MAX(id) AS id FROM license_events')) as {
      id: number | null;
    }[];
    this.lastId = row?.id ?? 0;
  }

  /**
   * Finds or adds a licence server, and the cluster it belongs to; returns its id.
   *
   * @throws SettingsError when the server is known with other data than `isDemo` says, for simulated
   * and real history never mix; or when its lines were read in another zone.
   * @throws HistoryInUse when another writer has claimed the server, or its cluster.
   */
  async ensureServer(server: ServerDescription): Promise<number> {
    let isNew = false;
    const claim = async () => {
      const ids = this.servers.idsOf(server);
      isNew = (await this.store.claim(ids)) || isNew;
    };
    const id = await this.transactions.run(async () => {
      await this.store.lockServers();
      await this.servers.load(this.runner);
      await claim();
      const found = await this.servers.ensure(this.runner, server);
      await claim();
      return found;
    });
    // Another may have written it until now.
    if (isNew) await this.load();
    return id;
  }

  /**
   * Makes room for the events of a chunk and adds its new names; outside of a transaction, so that
   * nobody waits until that has ended.
   */
  prepare({ events }: Chunk): Promise<void> {
    return this.transactions.makeRoom(events.map(({ wallAt }) => wallAt));
  }

  /** Makes room for the events of a sweep, as `prepare` does. */
  prepareSweep(now: number, policy: SweepPolicy, serverId?: number): Promise<void> {
    return this.makeRoomForLost(this.folded.findLost(now, policy, serverId));
  }

  /**
   * Runs what writes the history and the live store as one transaction, where both are in one
   * database; else one follows the other.
   */
  asOne<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.runner.isShared ? this.transactions.run(work) : work();
  }

  /**
   * Gives the lines of a server other instants, as where its zone was set wrongly, and folds its
   * sessions anew.
   */
  async reconvert(serverId: number, timeZone: string, converter: TimeConverter): Promise<void> {
    await this.transactions.run(async () => {
      await this.store.whileTimesChange(() => rewriteTimes(this.runner, serverId, converter));
      await this.servers.setTimeZone(this.runner, serverId, timeZone);
      await this.servers.setStale(this.runner, this.servers.poolOf(serverId), true);
    });
    await this.refoldLate([serverId]);
  }

  /** Up to when the log of a server was read, UTC milliseconds; undefined before its first line. */
  async lastLineAt(serverId: number): Promise<number | undefined> {
    const streams = await this.loadStreams(serverId);
    const lines = streams.flatMap(({ lastLineAt }) => lastLineAt ?? []);
    return lines.length === 0 ? undefined : Math.max(...lines);
  }

  /** A session with its names written out. */
  describe(session: Session): NamedSession {
    return toNamedSession(session, this.names, this.servers.names);
  }

  /** All streams of a server, in the order in which they were first seen. */
  loadStreams(serverId: number): Promise<LogStream[]> {
    return loadStreams(this.runner, serverId);
  }

  /** Notes what became of a stream's file. */
  markStream(stream: LogStream): Promise<void> {
    return markStream(this.runner, stream);
  }

  /** Occurrences that a stream has stored for a stamp, per line hash: see `Chunk`. */
  countOccurrences(stream: LogStream): Promise<Map<number, number>> {
    return countOccurrences(this.runner, stream);
  }

  /**
   * Commits a chunk. Lines that are in the history already are refused one by one and counted.
   *
   * @throws Error when another writer moved the stream meanwhile, or the database refuses; nothing
   * of the chunk is stored then.
   */
  async commit(chunk: Chunk): Promise<Commit> {
    await this.prepare(chunk);
    return this.transactions.runNamed(async () => {
      const { events, messages, streamId } = await appendChunk(this.runner, this.names, chunk);
      if (events.stored.length > 0) await this.folded.noteLate(chunk, streamId);
      const changed = await this.fold(events.stored, chunk.serverId);
      const { stream, tally } = await saveStream(this.runner, chunk, streamId, {
        events,
        messages,
      });
      if (chunk.events.length > 0) this.lastId = events.nextId - 1;
      return { stream, changed, lastEventId: this.lastEventId, tally };
    });
  }

  /**
   * Folds the sessions of pools anew where events came later than younger ones, as an import of
   * older logs brings them: what they end, or are ended by, was folded already.
   *
   * @param serverIds only the pools of these.
   * @returns whether anything was folded.
   */
  async refoldLate(serverIds: Iterable<number>): Promise<boolean> {
    const pools = new Set([...serverIds].map((serverId) => this.servers.poolOf(serverId)));
    const stale = [...pools].filter((poolId) => this.servers.isStale(poolId));
    for (const poolId of stale) await this.refold(poolId);
    return stale.length > 0;
  }

  /** Folds the sessions of a pool anew from all its events. */
  async refold(poolId: number): Promise<void> {
    await this.transactions.run(async () => {
      await this.store.claim(this.servers.sourcesOf(poolId));
      await this.folded.rewrite(poolId);
    });
    await this.folded.load(this.store.claimed);
  }

  /**
   * Closes the sessions that can no longer be alive; each closing is an event of the history.
   *
   * @param now UTC milliseconds up to which the log was read.
   * @param serverId only the sessions of the pool of this server.
   * @returns the closed sessions.
   */
  async sweep(now: number, policy: SweepPolicy, serverId?: number): Promise<readonly Session[]> {
    const lost = this.folded.findLost(now, policy, serverId);
    if (lost.length === 0) return [];
    await this.makeRoomForLost(lost);
    return this.transactions.runNamed(async () => {
      const first = await this.runner.reserveIds('license_events', lost.length);
      const swept = lost.map((one, index) => ({ ...one, id: first + index }));
      const rules = swept.map(({ rule }) => this.names.textId(rule));
      const events = await appendSweeps(this.runner, swept, rules);
      const changed = await this.folded.fold(events);
      this.lastId = first + lost.length - 1;
      return changed;
    });
  }

  /** Appends what a source says that the pool of a server has, unless it is known already. */
  async storeCapacity(report: NewCapacityReport): Promise<StoredCapacity> {
    const serverId = this.servers.poolOf(report.serverId);
    for (const { editor, product } of report.pools) this.names.productId(editor, product);
    await this.transactions.makeRoom([]);
    return this.transactions.runNamed(() =>
      storeCapacity(this.runner, this.names, { ...report, serverId }),
    );
  }

  /** Notes that a source of capacity gave no answer. */
  storeCapacityFailure(failure: NewCapacityFailure): Promise<void> {
    const serverId = this.servers.poolOf(failure.serverId);
    return this.transactions.run(() => storeCapacityFailure(this.runner, { ...failure, serverId }));
  }

  /** Lets the database learn how full its tables are; run it after much was written at once. */
  learn(): Promise<void> {
    return this.store.learn();
  }

  async close(): Promise<void> {
    await this.store.close();
  }

  private makeRoomForLost(lost: readonly LostSession[]): Promise<void> {
    for (const { rule } of lost) this.names.textId(rule);
    return this.transactions.makeRoom(lost.map(({ endedAt }) => endedAt));
  }

  private fold(stored: readonly StoredEvent[], serverId: number): Promise<readonly Session[]> {
    const source = {
      serverId: this.servers.poolOf(serverId),
      member: this.servers.memberOf(serverId),
    };
    return this.folded.fold(stored.flatMap((event) => event.toSessionEvent(source) ?? []));
  }
}
