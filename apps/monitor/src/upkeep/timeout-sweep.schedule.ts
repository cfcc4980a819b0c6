import { Logger } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Monitor } from '../following/monitor';
import type { MonitorSettings } from '../settings';
import { toSweepLimits } from './sweep-limits';

/** Each minute closes the sessions that can no longer be alive. */
export class TimeoutSweepSchedule {
  private readonly log = new Logger('timeout-sweep');

  constructor(
    private readonly settings: MonitorSettings,
    private readonly monitor: Monitor,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE)
  async sweep(): Promise<void> {
    try {
      const closed = await this.monitor.sweepSessions(toSweepLimits(this.settings));
      if (closed > 0) this.log.log({ message: 'closed lost sessions', sessions: closed });
    } catch (error) {
      // The database may be locked or full; the follower reports it, and the next minute tries again.
      this.log.warn({ message: 'lost sessions could not be closed', error: String(error) });
    }
  }
}
