import type {
  Arrival,
  HistoryWriter,
  LiveWriter,
  LogStream,
  MonitorStatus,
  NamedSession,
  NewCapacityFailure,
  NewCapacityReport,
  StoredCapacity,
  StreamTally,
} from '@license-monitor/db';
import type { Session, SweepPolicy } from '@license-monitor/sessions';
import type { LogFile } from '../tailing/file-system';
import { readProofs } from '../tailing/prove-identity';
import { findLastLineEnd } from '../tailing/read-lines';
import { ChunkMaker, type ServerFormat } from './chunk-maker';
import type { PreparedChunk } from './read-ahead';
import { Turns } from './turns';

/** What reading one chunk of a stream came to. */
export type Progress =
  | { readonly outcome: 'read'; readonly stream: LogStream }
  | { readonly outcome: 'changed' | 'end' };

/** When a session can no longer be alive. */
export interface SweepLimits extends Pick<SweepPolicy, 'restartGraceMs'> {
  /** Longest life of a session of the product with this code, in milliseconds. */
  readonly maxAgeMsOf: (code: string) => number;
}

/** After folding anew, so many times as long as that took is for other things. */
const REFOLD_REST = 10;

/**
 * Turns bytes of log files into history, one chunk at a time: read, parse, commit, then bring the
 * live store up to it. Calls take turns, so a sweep never meets a commit half-way.
 */
export class Ingestor {
  private readonly chunks: ChunkMaker;
  private readonly turns = new Turns(() => this.recover());
  /** Before this, UTC milliseconds, the sessions of a server are not folded anew. */
  private readonly refoldDueAt = new Map<number, number>();
  private counted: StreamTally = {
    lines: 0,
    events: 0,
    messages: 0,
    quarantined: 0,
    duplicates: 0,
  };

  constructor(
    private readonly history: HistoryWriter,
    private readonly live: LiveWriter,
    /** By the id of the server. */
    private readonly formats: ReadonlyMap<number, ServerFormat>,
    private readonly now: () => number,
  ) {
    this.chunks = new ChunkMaker(history, formats, now);
  }

  /** What became of the lines that were committed so far. */
  get tally(): StreamTally {
    return this.counted;
  }

  /** Folds late events and brings the live store up to the history after a start. */
  async catchUpLive(): Promise<void> {
    await this.turns.take(async () => {
      const isFoldedAnew = await this.history.refoldLate(this.formats.keys());
      if (!isFoldedAnew && (await this.live.lastEventId()) === this.history.lastEventId) return;
      await this.rebuildLive();
    });
  }

  /**
   * Reads and commits the next chunk of a stream.
   *
   * @throws the database's error; nothing of the chunk is stored then, and the next call starts
   * from what is stored.
   */
  readOn(file: LogFile, stream: LogStream, arrival: Arrival): Promise<Progress> {
    return this.turns.take(async () => {
      const next = await this.chunks.next(file, stream, arrival);
      if (typeof next === 'string') return { outcome: next };
      return { outcome: 'read', stream: await this.commit(next) };
    });
  }

  /**
   * Keeps a line that nobody will finish as a quarantined one.
   *
   * @param size of the file, in bytes.
   * @returns the stream at the end of its file; undefined where no half line is there.
   */
  abandonRest(file: LogFile, stream: LogStream, size: number): Promise<LogStream | undefined> {
    return this.turns.take(async () => {
      const rest = await this.chunks.rest(file, stream, size);
      return rest && this.commit(rest);
    });
  }

  private async commit(prepared: PreparedChunk): Promise<LogStream> {
    const { chunk } = prepared;
    await this.history.prepare(chunk);
    const commit = await this.history.asOne(async () => {
      const done = await this.history.commit(chunk);
      this.chunks.confirm(done.stream, prepared);
      // What an import opens it mostly ends, too: the live store is made once, at its end.
      if (chunk.arrival !== 'import')
        await this.live.apply(this.describe(done.changed), done.lastEventId);
      return done;
    });
    this.counted = addTallies(this.counted, commit.tally);
    return commit.stream;
  }

  /**
   * Stores a stream at the last line end of its file, without reading what stands before it.
   *
   * @param size of the file, in bytes.
   */
  registerAtEnd(file: LogFile, stream: LogStream, size: number): Promise<LogStream> {
    return this.turns.take(async () => {
      const { decoder } = await this.chunks.formatOf(file, stream);
      const byteOffset = await findLastLineEnd(file, size, decoder);
      const { head, anchor } = await readProofs(file, byteOffset);
      const nothing = {
        arrival: 'live' as const,
        lines: 0,
        events: [],
        messages: [],
        quarantined: [],
      };
      const { serverId, clock, lastLineAt } = stream;
      const place = { serverId, byteOffset, head, anchor, clock, firstLineAt: null, lastLineAt };
      const chunk = { ...place, ...nothing, stream: { ...stream, byteOffset }, seenAt: this.now() };
      return (await this.history.commit(chunk)).stream;
    });
  }

  /**
   * Folds the sessions of a server anew where events came late; returns whether they did. It takes as
   * long as the history is, so it has to wait where it would take more than its share of the time.
   */
  refoldLate(serverId: number): Promise<boolean> {
    return this.turns.take(async () => {
      const startedAt = this.now();
      if (startedAt < (this.refoldDueAt.get(serverId) ?? -Infinity)) return false;
      const isFoldedAnew = await this.history.refoldLate([serverId]);
      if (!isFoldedAnew) return false;
      await this.rebuildLive();
      const endedAt = this.now();
      this.refoldDueAt.set(serverId, endedAt + (endedAt - startedAt) * REFOLD_REST);
      return true;
    });
  }

  /** Folds the sessions of all servers anew, and makes the live store of them. */
  rebuild(): Promise<void> {
    return this.turns.take(async () => {
      for (const poolId of this.history.servers.poolIds()) await this.history.refold(poolId);
      await this.rebuildLive();
    });
  }

  /** Makes the live store anew from the history's open sessions. */
  rebuildLiveStore(): Promise<void> {
    return this.turns.take(() => this.rebuildLive());
  }

  /** Tells readers how the monitor is. */
  report(status: MonitorStatus): Promise<void> {
    return this.turns.take(() => this.live.report(status));
  }

  /** Closes the sessions that can no longer be alive; returns how many. */
  sweep(limits: SweepLimits): Promise<number> {
    return this.turns.take(() => this.closeLost(this.now(), limits));
  }

  /**
   * Closes the sessions of an imported server that could no longer be alive when its last line was
   * written: what came after it is not known. Returns how many.
   */
  sweepImported(serverId: number, limits: SweepLimits): Promise<number> {
    return this.turns.take(async () => {
      const readUntil = await this.history.lastLineAt(serverId);
      return readUntil === undefined ? 0 : this.closeLost(readUntil, limits, serverId);
    });
  }

  private async closeLost(
    now: number,
    { maxAgeMsOf, restartGraceMs }: SweepLimits,
    serverId?: number,
  ): Promise<number> {
    const { names } = this.history;
    const maxAgeMs = (productId: number) => maxAgeMsOf(names.product(productId).code);
    const policy = { maxAgeMs, restartGraceMs };
    await this.history.prepareSweep(now, policy, serverId);
    return this.history.asOne(async () => {
      const changed = await this.history.sweep(now, policy, serverId);
      if (changed.length === 0) return 0;
      await this.live.apply(this.describe(changed), this.history.lastEventId);
      return changed.length;
    });
  }

  /** Keeps what a source says that a server has. */
  storeCapacity(report: NewCapacityReport): Promise<StoredCapacity> {
    return this.turns.take(() => this.history.storeCapacity(report));
  }

  /** Keeps that a source of capacity gave no answer. */
  storeCapacityFailure(failure: NewCapacityFailure): Promise<void> {
    return this.turns.take(() => this.history.storeCapacityFailure(failure));
  }

  /** Waits for what is being committed. */
  settle(): Promise<void> {
    return this.turns.settle();
  }

  private describe(sessions: readonly Session[]): NamedSession[] {
    return sessions.map((session) => this.history.describe(session));
  }

  private async rebuildLive(): Promise<void> {
    const open = this.describe([...this.history.sessions.openSessions()]);
    await this.live.rebuild(open, this.history.lastEventId);
  }

  private async recover(): Promise<void> {
    this.chunks.forget();
    await this.history.reload();
    await this.rebuildLive();
  }
}

function addTallies(a: StreamTally, b: StreamTally): StreamTally {
  return {
    lines: a.lines + b.lines,
    events: a.events + b.events,
    messages: a.messages + b.messages,
    quarantined: a.quarantined + b.quarantined,
    duplicates: a.duplicates + b.duplicates,
  };
}
