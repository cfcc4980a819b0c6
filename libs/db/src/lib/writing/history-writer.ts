import {
  findLostSessions,
  SessionState,
  type Session,
  type SweepPolicy,
} from '@license-monitor/sessions';
import type { DataSource, QueryRunner } from 'typeorm';
import { openForWriting } from '../data-source';
import type { Chunk, LogStream } from './chunk';
import { appendEvents, appendMessages, appendQuarantine, type StoredEvent } from './append';
import { foldEvents } from './fold-events';
import { inTransaction } from './in-transaction';
import { toNamedSession, type NamedSession } from './named-session';
import { Names } from './names';
import { refoldSessions } from './refold-sessions';
import { loadSessions, saveSessions } from './session-rows';
import {
  loadStreams,
  markStream,
  readLatestLine,
  saveStream,
  type StreamTally,
} from './stream-rows';
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
  private readonly serverNames = new Map<number, string>();
  /** Servers whose sessions must be folded anew. */
  private readonly staleServers = new Set<number>();
  private nextEventId = 1;
  private nextMessageId = 1;
  private nextQuarantineId = 1;
  private nextStreamId = 1;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly runner: QueryRunner,
  ) {}

  /**
   * Opens the history and brings its tables up to date.
   *
   * @param file path of the SQLite file; created where it is missing.
   */
  static async open(file: string): Promise<HistoryWriter> {
    const dataSource = await openForWriting('history', file);
    const writer = new HistoryWriter(dataSource, dataSource.createQueryRunner());
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
    const servers = (await this.runner.query('SELECT * FROM servers')) as {
      id: number;
      name: string;
      has_stale_sessions: number;
    }[];
    this.staleServers.clear();
    for (const { id, name, has_stale_sessions: isStale } of servers) {
      this.serverNames.set(id, name);
      if (isStale === 1) this.staleServers.add(id);
    }
    this.sessions = new SessionState(await loadSessions(this.runner));
    this.nextEventId = await this.nextId('license_events');
    this.nextMessageId = await this.nextId('server_messages');
    this.nextQuarantineId = await this.nextId('quarantined_lines');
    this.nextStreamId = await this.nextId('log_streams');
  }

  /**
   * Finds or adds a licence server.
   *
   * @throws Error when the server is known with other data than `isDemo` says: simulated and real
   * history never mix.
   */
  async ensureServer(name: string, timeZone: string, isDemo: boolean): Promise<number> {
    const [known] = (await this.runner.query('SELECT * FROM servers WHERE name = ?', [name])) as {
      id: number;
      is_demo: number;
    }[];
    if (known !== undefined && (known.is_demo === 1) !== isDemo) {
      throw new Error(
        `the history holds ${known.is_demo === 1 ? 'simulated' : 'real'} data of "${name}": ` +
          'set HISTORY_DB and LIVE_DB to other files',
      );
    }
    const id = known?.id ?? (await this.nextId('servers'));
    await this.runner.query(
      `INSERT INTO servers (id, name, time_zone, is_demo) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET time_zone = excluded.time_zone`,
      [id, name, timeZone, isDemo ? 1 : 0],
    );
    this.serverNames.set(id, name);
    return id;
  }

  /** A session with its names written out. */
  describe(session: Session): NamedSession {
    return toNamedSession(session, this.names, this.serverNames);
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
      const changed = await this.fold(events.stored, chunk.serverId);
      await this.noteLate(chunk, streamId, events.stored.length);
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
   * Folds the sessions of a server anew where events came later than younger ones, as an import of
   * older logs brings them: what they end, or are ended by, was folded already.
   *
   * @returns whether anything was folded.
   */
  async refoldLate(serverId: number): Promise<boolean> {
    if (!this.staleServers.has(serverId)) return false;
    await this.refold(serverId);
    return true;
  }

  /** Folds the sessions of a server anew from all its events. */
  async refold(serverId: number): Promise<void> {
    await this.inTransaction(async () => {
      await refoldSessions(this.runner, serverId);
      await this.runner.query('UPDATE servers SET has_stale_sessions = 0 WHERE id = ?', [serverId]);
    });
    this.sessions = new SessionState(await loadSessions(this.runner));
    this.staleServers.delete(serverId);
  }

  /** The licence servers by their ids. */
  get servers(): ReadonlyMap<number, string> {
    return this.serverNames;
  }

  /**
   * Closes the sessions that can no longer be alive; each closing is an event of the history.
   *
   * @param now UTC milliseconds up to which the log was read.
   * @returns the closed sessions.
   */
  async sweep(now: number, policy: SweepPolicy): Promise<readonly Session[]> {
    const lost = findLostSessions(this.sessions.openSessions(), now, policy);
    if (lost.length === 0) return [];
    return this.inTransaction(async () => {
      const swept = lost.map((one, index) => ({ ...one, id: this.nextEventId + index }));
      const rules = swept.map(({ rule }) => this.names.textId(rule));
      await this.names.save(this.runner);
      const events = await appendSweeps(this.runner, swept, rules);
      const changed = foldEvents(this.sessions, events);
      await saveSessions(this.runner, changed);
      this.nextEventId += swept.length;
      return changed;
    });
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  /** An event is late when another file of the server has been read beyond it. */
  private async noteLate(chunk: Chunk, streamId: number, stored: number): Promise<void> {
    const { serverId, events } = chunk;
    const first = events[0];
    if (first === undefined || stored === 0 || this.staleServers.has(serverId)) return;
    const latest = await readLatestLine(this.runner, serverId, streamId);
    if (latest === null || latest <= first.at) return;
    await this.runner.query('UPDATE servers SET has_stale_sessions = 1 WHERE id = ?', [serverId]);
    this.staleServers.add(serverId);
  }

  private async fold(stored: readonly StoredEvent[], serverId: number): Promise<Session[]> {
    const events = stored.flatMap((event) => event.toSessionEvent(serverId) ?? []);
    const changed = foldEvents(this.sessions, events);
    await saveSessions(this.runner, changed);
    return changed;
  }

  private inTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    return inTransaction(this.runner, work);
  }

  private async nextId(table: string): Promise<number> {
    const [row] = (await this.runner.query(`SELECT MAX(id) AS id FROM "${table}"`)) as {
      id: number | null;
    }[];
    return (row?.id ?? 0) + 1;
  }
}
