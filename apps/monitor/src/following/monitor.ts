import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { SweepPolicy } from '@license-monitor/sessions';
import type { Ingestor } from '../ingestion/ingestor';
import { Alarm } from '../tailing/alarm';
import { DirectoryHint } from '../tailing/directory-hint';
import type { ByteTotals } from '../tailing/follow-options';
import type { LogFollower } from '../tailing/log-follower';
import type { MonitorSettings } from '../settings';
import { describeTrouble } from './describe-trouble';
import type { StatusReporter } from './status-reporter';
import { type Condition } from './status-reporter';

/** The first and the longest pause after trouble, in milliseconds; it doubles in between. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** A share is not asked more often than this, in milliseconds. */
const SHARE_POLL_MS = 1_000;

/** How many unread bytes still count as following. */
const FOLLOWING_BYTES = 1024 * 1024;

/**
 * Runs the follower for as long as the process lives: look, read, wait for a hint or for the poll
 * interval, look again. Trouble is reported with its mend and tried again, ever more slowly.
 */
export class Monitor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly alarm = new Alarm();
  private hint: DirectoryHint | undefined;
  private hasMore = false;
  private running: Promise<void> | undefined;
  private isStopping = false;
  private isCaughtUp = false;
  private mustResume = true;

  constructor(
    private readonly settings: MonitorSettings,
    private readonly follower: LogFollower,
    private readonly ingestor: Ingestor,
    private readonly reporter: StatusReporter,
  ) {}

  onApplicationBootstrap(): void {
    const { LOG_DIRECTORY } = this.settings;
    if (!this.follower.isShare)
      this.hint = new DirectoryHint(LOG_DIRECTORY, () => this.alarm.ring());
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.follower.stop();
    this.alarm.ring();
    await this.running;
    await this.hint?.close();
    await this.follower.close();
    await this.reporter.report({ state: 'stopped', problem: null }, this.follower.totals());
    await this.ingestor.settle();
  }

  /**
   * Closes the sessions that can no longer be alive, unless unread lines may still end them.
   *
   * @returns how many were closed.
   */
  async sweepSessions(policy: SweepPolicy): Promise<number> {
    return this.isCaughtUp ? this.ingestor.sweep(policy) : 0;
  }

  private async run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.isStopping) {
      const trouble = await this.lookOnce();
      const isBusy = trouble === undefined && this.hasMore;
      if (!isBusy) await this.reporter.report(trouble ?? this.condition(), this.follower.totals());
      if (this.isStopping) return;
      if (this.hasMore) continue;
      if (trouble === undefined) {
        pauseMs = FIRST_PAUSE_MS;
        const pollMs = this.settings.POLL_INTERVAL * 1000;
        await this.alarm.wait(this.follower.isShare ? Math.max(pollMs, SHARE_POLL_MS) : pollMs);
      } else {
        await this.alarm.wait(pauseMs);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    }
  }

  private async lookOnce(): Promise<Condition | undefined> {
    try {
      if (this.mustResume) {
        await this.ingestor.catchUpLive();
        await this.follower.resume();
        this.mustResume = false;
      }
      const result = await this.follower.sweep((totals) => this.tellProgress(totals));
      const { trouble } = this.follower;
      this.hasMore = result === 'more';
      // What cannot be read may end sessions, so none is closed meanwhile.
      this.isCaughtUp = !this.hasMore && trouble === undefined;
      return trouble && this.toCondition(trouble);
    } catch (error) {
      // Files and databases fail for reasons outside; whatever it is, it is told and tried again.
      this.isCaughtUp = false;
      this.hasMore = false;
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
