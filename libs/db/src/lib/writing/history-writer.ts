import {
  findLostSessions,
  SessionState,
  type Session,
  type SessionEvent,
  type SweepPolicy,
} from '@license-monitor/sessions';
import type { DataSource, QueryRunner } from 'typeorm';
import { openForWriting } from '../data-source';
import {
  storeCapacity,
  storeCapacityFailure,
  type NewCapacityFailure,
  type NewCapacityReport,
  type StoredCapacity,
} from './capacity-table';
import type { Chunk, LogStream } from './chunk';
import { appendEvents, appendMessages, appendQuarantine, type StoredEvent } from './append';
import { foldEvents } from './fold-events';
import { rewriteTimes, type TimeConverter } from './stored-times';
import { inTransaction } from './in-transaction';
import { toNamedSession, type NamedSession } from './named-session';
import { Names } from './names';
import { isLate } from './is-late';
import { refoldSessions } from './refold-sessions';
import { ServerTable, type ServerDescription } from './server-table';
import { loadSessionState } from './session-state-rows';
import { deleteSessions, saveSessions } from './session-rows';
import { loadStreams, markStream, saveStream, type StreamTally } from './stream-rows';
import { UseTable, type UseChange } from './use-table';
import { WriterLease } from './writer-lease';
import { appendSweeps } from './append-sweeps';

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
  names = new Names();
  sessions = new SessionState();
  readonly servers = new ServerTable();
  private readonly use = new UseTable();
  private nextEventId = 1;
  private nextMessageId = 1;
  private nextQuarantineId = 1;
  private nextStreamId = 1;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly runner: QueryRunner,
    private readonly lease: WriterLease,
  ) {}

  /**
   * Opens the history and brings its tables up to date.
   *
   * @param file path of the SQLite file; created where it is missing.
   * @param holder who writes, for whoever is kept from it.
   */
  static async open(file: string, holder: string): Promise<HistoryWriter> {
    const dataSource = await openForWriting('history', file);
    const runner = dataSource.createQueryRunner();
    const lease = await inTransaction(runner, () => WriterLease.take(runner, holder));
    const writer = new HistoryWriter(dataSource, runner, lease);
    await writer.reload();
    return writer;
  }

  get lastEventId(): number {
    return this.nextEventId - 1;
  }

  /** Takes everything that is held in memory anew from the database. */
  async reload(): Promise<void> {
    this.names = new Names();
    await this.names.load(this.runner);
    await this.servers.load(this.runner);
    await this.loadSessions();
    this.nextEventId = await this.nextId('license_events');
    this.nextMessageId = await this.nextId('server_messages');
    this.nextQuarantineId = await this.nextId('quarantined_lines');
    this.nextStreamId = await this.nextId('log_streams');
  }

  /**
   * Finds or adds a licence server, and the cluster it belongs to; returns its id.
   *
   * @throws SettingsError when the server is known with other data than `isDemo` says, for simulated
   * and real history never mix; or when its lines were read in another zone.
   */
  ensureServer(server: ServerDescription): Promise<number> {
    return this.inTransaction(() => this.servers.ensure(this.runner, server));
  }

  /**
   * Gives the lines of a server other instants, as where its zone was set wrongly, and folds its
   * sessions anew.
   */
  async reconvert(serverId: number, timeZone: string, converter: TimeConverter): Promise<void> {
    await this.inTransaction(async () => {
      await rewriteTimes(this.runner, serverId, converter);
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
  async countOccurrences(stream: LogStream): Promise<Map<number, number>> {
    const rows = (await this.runner.query(
      `SELECT line_hash AS hash, MAX(occurrence) AS count FROM (
         SELECT line_hash, occurrence FROM license_events
          WHERE server_id = ?1 AND wall_at = ?2 AND stream_id = ?3
         UNION ALL
         SELECT line_hash, occurrence FROM server_messages
          WHERE server_id = ?1 AND wall_at = ?2 AND stream_id = ?3
       ) GROUP BY line_hash`,
      [stream.serverId, stream.clock.lastWallAt, stream.id],
    )) as { hash: number; count: number }[];
    return new Map(rows.map(({ hash, count }) => [hash, count]));
  }

  /**
   * Commits a chunk. Lines that are in the history already are refused one by one and counted.
   *
   * @throws Error when another writer moved the stream meanwhile, or the database refuses; nothing
   * of the chunk is stored then.
   */
  async commit(chunk: Chunk): Promise<Commit> {
    const streamId = chunk.stream.id === 0 ? this.nextStreamId : chunk.stream.id;
    return this.inTransaction(async () => {
      await this.names.save(this.runner);
      const base = { runner: this.runner, serverId: chunk.serverId, streamId };
      const events = await appendEvents({ ...base, firstId: this.nextEventId }, chunk.events);
      const messages = await appendMessages(
        { ...base, firstId: this.nextMessageId },
        chunk.messages,
      );
      await appendQuarantine(
        { ...base, firstId: this.nextQuarantineId },
        chunk.quarantined,
        chunk.seenAt,
      );
      await this.noteLate(chunk, streamId, events.stored.length);
      const changed = await this.fold(events.stored, chunk.serverId);
      const { stream, tally } = await saveStream(this.runner, chunk, streamId, {
        events,
        messages,
      });
      this.nextEventId = events.nextId;
      this.nextMessageId += chunk.messages.length;
      this.nextQuarantineId += chunk.quarantined.length;
      this.nextStreamId = Math.max(this.nextStreamId, streamId + 1);
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
    await this.inTransaction(async () => {
      const sources = this.servers.sourcesOf(poolId);
      await refoldSessions(this.runner, poolId, sources);
      await this.use.recountAll(this.runner, poolId, sources);
      await this.servers.setStale(this.runner, poolId, false);
    });
    await this.loadSessions();
  }

  /**
   * Closes the sessions that can no longer be alive; each closing is an event of the history.
   *
   * @param now UTC milliseconds up to which the log was read.
   * @param serverId only the sessions of the pool of this server.
   * @returns the closed sessions.
   */
  async sweep(now: number, policy: SweepPolicy, serverId?: number): Promise<readonly Session[]> {
    const all = [...this.sessions.openSessions()];
    const poolId = serverId === undefined ? undefined : this.servers.poolOf(serverId);
    const own = all.filter(({ seat }) => poolId === undefined || seat.serverId === poolId);
    const lost = findLostSessions(own, now, policy);
    if (lost.length === 0) return [];
    return this.inTransaction(async () => {
      const swept = lost.map((one, index) => ({ ...one, id: this.nextEventId + index }));
      const rules = swept.map(({ rule }) => this.names.textId(rule));
      await this.names.save(this.runner);
      const events = await appendSweeps(this.runner, swept, rules);
      const changed = await this.foldIn(events);
      this.nextEventId += swept.length;
      return changed;
    });
  }

  /** Appends what a source says that the pool of a server has, unless it is known already. */
  storeCapacity(report: NewCapacityReport): Promise<StoredCapacity> {
    const serverId = this.servers.poolOf(report.serverId);
    return this.inTransaction(() =>
      storeCapacity(this.runner, this.names, { ...report, serverId }),
    );
  }

  /** Notes that a source of capacity gave no answer. */
  storeCapacityFailure(failure: NewCapacityFailure): Promise<void> {
    const serverId = this.servers.poolOf(failure.serverId);
    return this.inTransaction(() => storeCapacityFailure(this.runner, { ...failure, serverId }));
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private async noteLate(chunk: Chunk, streamId: number, stored: number): Promise<void> {
    const first = chunk.events[0];
    const poolId = this.servers.poolOf(chunk.serverId);
    if (first === undefined || stored === 0 || this.servers.isStale(poolId)) return;
    const others = this.servers.sourcesOf(poolId).filter((id) => id !== chunk.serverId);
    const { serverId, arrival } = chunk;
    const place = { serverId, streamId, others, arrival };
    if (await isLate(this.runner, first.at, place))
      await this.servers.setStale(this.runner, poolId, true);
  }

  private async fold(stored: readonly StoredEvent[], serverId: number): Promise<Session[]> {
    const source = {
      serverId: this.servers.poolOf(serverId),
      member: this.servers.memberOf(serverId),
    };
    const events = stored.flatMap((event) => event.toSessionEvent(source) ?? []);
    return this.foldIn(events);
  }

  private async foldIn(events: readonly SessionEvent[]): Promise<Session[]> {
    const { changed, withdrawn, uses } = foldEvents(this.sessions, events);
    await saveSessions(this.runner, changed);
    await deleteSessions(this.runner, withdrawn);
    await this.use.apply(
      this.runner,
      uses.filter((use) => !this.isStale(use)),
    );
    return changed;
  }

  /** Whether all of it is going to be counted anew. */
  private isStale({ pool }: UseChange): boolean {
    return this.servers.isStale(pool.serverId);
  }

  private async loadSessions(): Promise<void> {
    this.sessions = await loadSessionState(this.runner);
    await this.use.load(this.runner, this.sessions);
  }

  private inTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    return inTransaction(this.runner, async () => {
      await this.lease.check(this.runner);
      return work();
    });
  }

  private async nextId(table: string): Promise<number> {
    const [row] = (await this.runner.query(`SELECT MAX(id) AS id FROM "${table}"`)) as {
      id: number | null;
    }[];
    return (row?.id ?? 0) + 1;
  }
}
