import { HistoryInUse } from '@license-monitor/db';
import type { Ingestor } from '../ingestion/ingestor';
import type { MonitorSettings } from '../settings';
import { DirectoryHint } from '../tailing/directory-hint';
import type { ByteTotals } from '../tailing/follow-options';
import type { LogFollower } from '../tailing/log-follower';
import { FIRST_PAUSE_MS, longerPause } from '../tailing/retry-pause';
import { describeTrouble } from './describe-trouble';
import type { Condition, StatusReporter } from './status-reporter';

/** A share is not asked more often than this, in milliseconds. */
const SHARE_POLL_MS = 1_000;
/** How many unread bytes still count as following. */
const FOLLOWING_BYTES = 1024 * 1024;

/** What came of a look: whether there is more to read, and how long to wait for the next look. */
export interface LookResult {
  readonly hasMore: boolean;
  readonly waitMs: number;
}

/**
 * One licence server whose logs are followed: looks when it is due, reports how it is. Trouble is
 * told with its mend and tried again, ever more slowly, while the other servers are followed.
 */
export class FollowedServer {
  private hint: DirectoryHint | undefined;
  private mustResume = true;
  private pauseMs = FIRST_PAUSE_MS;
  /** No look before this, in milliseconds of `now`. */
  private dueAt = -Infinity;
  private isUpToDate = false;

  constructor(
    private readonly settings: MonitorSettings,
    private readonly follower: LogFollower,
    private readonly ingestor: Ingestor,
    private readonly reporter: StatusReporter,
  ) {}

  /** Whether everything that is there was read; what was not may end sessions. */
  get isCaughtUp(): boolean {
    return this.isUpToDate;
  }

  /** @param onHint is called when something may have changed. */
  start(onHint: () => void): void {
    const { LOG_DIRECTORY } = this.settings;
    if (!this.follower.isShare) this.hint = new DirectoryHint(LOG_DIRECTORY, onHint);
  }

  /** Makes a running look end after the chunk at hand. */
  stop(): void {
    this.follower.stop();
  }

  async close(): Promise<void> {
    await this.hint?.close();
    await this.follower.close();
    await this.reporter.report({ state: 'stopped', problem: null }, this.follower.totals());
  }

  /**
   * Looks once, unless it is too early after trouble.
   *
   * @throws HistoryInUse when another process has taken over.
   */
  async look(now: () => number): Promise<LookResult> {
    if (now() < this.dueAt) return { hasMore: false, waitMs: this.dueAt - now() };
    const result = await this.sweep();
    if (result === 'more') return { hasMore: true, waitMs: 0 };
    await this.reporter.report(
      result === 'caughtUp' ? this.condition() : result,
      this.follower.totals(),
    );
    const waitMs = this.nextPause(result !== 'caughtUp');
    this.dueAt = result === 'caughtUp' && !this.follower.isShare ? -Infinity : now() + waitMs;
    return { hasMore: false, waitMs };
  }

  private nextPause(isInTrouble: boolean): number {
    const pollMs = this.settings.POLL_INTERVAL * 1000;
    if (!isInTrouble) {
      this.pauseMs = FIRST_PAUSE_MS;
      return this.follower.isShare ? Math.max(pollMs, SHARE_POLL_MS) : pollMs;
    }
    const pause = this.pauseMs;
    this.pauseMs = longerPause(pause);
    return pause;
  }

  private async sweep(): Promise<'caughtUp' | 'more' | Condition> {
    try {
      if (this.mustResume) {
        await this.ingestor.catchUpLive();
        await this.follower.resume();
        this.mustResume = false;
      }
      const result = await this.follower.sweep((totals) => this.tellProgress(totals));
      const { trouble } = this.follower;
      this.isUpToDate = result === 'caughtUp' && trouble === undefined;
      return result === 'more' || trouble === undefined ? result : this.toCondition(trouble);
    } catch (error) {
      if (error instanceof HistoryInUse) throw error;
      // Files and databases fail for reasons outside; whatever it is, it is told and tried again.
      this.isUpToDate = false;
      this.mustResume = true;
      return this.toCondition(error);
    }
  }

  private toCondition(error: unknown): Condition {
    return { state: 'degraded', problem: describeTrouble(error, this.settings) };
  }

  /** Tells how far a long catch-up has come. */
  private async tellProgress(totals: ByteTotals): Promise<void> {
    const isBehind = totals.bytesTotal - totals.bytesRead > FOLLOWING_BYTES;
    await this.reporter.report({ state: isBehind ? 'catchingUp' : 'ok', problem: null }, totals);
  }

  private condition(): Condition {
    const { LOG_DIRECTORY, LOG_PATTERN_FILE } = this.settings;
    return this.follower.totals().files > 0
      ? { state: 'ok', problem: null }
      : {
          state: 'waiting',
          problem: `No file in ${LOG_DIRECTORY} matches ${LOG_PATTERN_FILE} yet. If the licence server writes elsewhere, set LOG_DIRECTORY and LOG_PATTERN_FILE.`,
        };
  }
}
