import { Logger } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Monitor } from '../following/monitor';
import type { MonitorSettings } from '../settings';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Each minute closes the sessions that can no longer be alive. */
export class TimeoutSweepSchedule {
  private readonly log = new Logger('timeout-sweep');

  constructor(
    private readonly settings: MonitorSettings,
    private readonly monitor: Monitor,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE)
  async sweep(): Promise<void> {
    const { SESSION_TIMEOUT_HOURS, RESTART_GRACE_MINUTES } = this.settings;
    try {
      const closed = await this.monitor.sweepSessions({
        maxAgeMs: () => SESSION_TIMEOUT_HOURS * HOUR_MS,
        restartGraceMs: RESTART_GRACE_MINUTES * MINUTE_MS,
      });
      if (closed > 0) this.log.log({ message: 'closed lost sessions', sessions: closed });
    } catch (error) {
      // The database may be locked or full; the follower reports it, and the next minute tries again.
      this.log.warn({ message: 'lost sessions could not be closed', error: String(error) });
    }
  }
}
