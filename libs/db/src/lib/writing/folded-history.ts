import {
  findLostSessions,
  SessionState,
  type LostSession,
  type Session,
  type SessionEvent,
  type SweepPolicy,
} from '@license-monitor/sessions';
import type { QueryRunner } from '../engine/query-runner';
import type { Chunk } from './chunk';
import { foldEvents } from './fold-events';
import { isLate } from './is-late';
import { refoldSessions } from './refold-sessions';
import type { ServerTable } from './server-table';
import { deleteSessions, saveSessions } from './session-rows';
import { loadSessionState } from './session-state-rows';
import { UseTable, type UseChange } from './use-table';

/** What is made of the events, in memory as in its tables: the sessions, and the licences in use. */
export class FoldedHistory {
  sessions = new SessionState();
  private readonly use = new UseTable();

  constructor(
    private readonly runner: QueryRunner,
    private readonly servers: ServerTable,
  ) {}

  /**
   * Takes up where the tables stand.
   *
   * @param claimed only what belongs to these servers and clusters; null: all.
   */
  async load(claimed: ReadonlySet<number> | null): Promise<void> {
    this.sessions = await loadSessionState(this.runner, claimed);
    await this.use.load(this.runner, this.sessions);
  }

  /** Goes on with events, run in the transaction that stores them; returns the sessions they changed. */
  async fold(events: readonly SessionEvent[]): Promise<readonly Session[]> {
    const { runner } = this;
    const { changed, withdrawn, uses } = foldEvents(this.sessions, events);
    await saveSessions(runner, changed);
    await deleteSessions(runner, withdrawn);
    await this.use.apply(
      runner,
      uses.filter((use) => !this.isStale(use)),
    );
    return changed;
  }

  /**
   * Notes where the events of a chunk are late: then all of their pool is made anew, by `rewrite`, and
   * its use is not counted until then. Run it in the transaction that stores them, before `fold`.
   */
  async noteLate({ events, serverId, arrival }: Chunk, streamId: number): Promise<void> {
    const [first] = events;
    const poolId = this.servers.poolOf(serverId);
    if (first === undefined || this.servers.isStale(poolId)) return;
    const others = this.servers.sourcesOf(poolId).filter((id) => id !== serverId);
    const place = { serverId, streamId, others, arrival };
    if (await isLate(this.runner, first.at, place))
      await this.servers.setStale(this.runner, poolId, true);
  }

  /** Makes the tables of a pool anew from all its events, in a transaction; `load` afterwards. */
  async rewrite(poolId: number): Promise<void> {
    const sources = this.servers.sourcesOf(poolId);
    await refoldSessions(this.runner, poolId, sources);
    await this.use.recountAll(this.runner, poolId, sources);
    await this.servers.setStale(this.runner, poolId, false);
  }

  /**
   * The sessions that can no longer be alive.
   *
   * @param now UTC milliseconds up to which the log was read.
   * @param serverId only those of the pool of this server.
   */
  findLost(now: number, policy: SweepPolicy, serverId?: number): LostSession[] {
    const open = [...this.sessions.openSessions()];
    const poolId = serverId === undefined ? undefined : this.servers.poolOf(serverId);
    const own = open.filter(({ seat }) => poolId === undefined || seat.serverId === poolId);
    return findLostSessions(own, now, policy);
  }

  /** Whether all of it is going to be counted anew. */
  private isStale({ pool }: UseChange): boolean {
    return this.servers.isStale(pool.serverId);
  }
}
