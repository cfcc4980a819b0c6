import { Logger } from '@nestjs/common';
import type { MonitorStatus } from '@license-monitor/db';
import type { Ingestor } from '../ingestion/ingestor';
import type { FollowCounters } from '../tailing/follow-counters';
import type { ByteTotals } from '../tailing/follow-options';

/** Readers take a monitor for stopped when it has been silent for three of these, in milliseconds. */
const HEARTBEAT_MS = 5_000;
/** Progress is told this often at the most, in milliseconds. */
const PROGRESS_MS = 1_000;

export type Condition = Pick<MonitorStatus, 'state' | 'problem'>;

/** Tells the operator, in the log and through the live store, how the monitor is. */
export class StatusReporter {
  private readonly log = new Logger('monitor');
  private last: MonitorStatus | undefined;
  private isStoreSilent = false;

  constructor(
    private readonly ingestor: Ingestor,
    private readonly about: Pick<MonitorStatus, 'server' | 'logDirectory' | 'logPattern'>,
    private readonly counters: FollowCounters,
    private readonly now: () => number,
  ) {}

  /** Reports a change at once, progress each second, and otherwise a sign of life. */
  async report(condition: Condition, totals: ByteTotals): Promise<void> {
    const { bytesTotal, bytesRead } = totals;
    const status: MonitorStatus = {
      ...this.about,
      ...condition,
      bytesTotal,
      bytesRead,
      counts: this.counters.read(),
      reportedAt: this.now(),
    };
    if (!this.isDue(status)) return;
    this.tellLog(status);
    this.last = status;
    try {
      await this.ingestor.report(status);
      this.isStoreSilent = false;
    } catch (error) {
      // The live store itself may be the trouble; the log says so, and readers see the silence.
      if (!this.isStoreSilent)
        this.log.warn({ message: 'status cannot be stored', error: String(error) });
      this.isStoreSilent = true;
    }
  }

  private isDue(status: MonitorStatus): boolean {
    const { last } = this;
    if (last === undefined || last.state !== status.state || last.problem !== status.problem)
      return true;
    const hasProgress =
      last.bytesRead !== status.bytesRead || last.bytesTotal !== status.bytesTotal;
    return status.reportedAt - last.reportedAt >= (hasProgress ? PROGRESS_MS : HEARTBEAT_MS);
  }

  private tellLog({ state, problem, bytesRead, bytesTotal }: MonitorStatus): void {
    const { server } = this.about;
    const isNews = this.last?.state !== state || this.last.problem !== problem;
    if (problem !== null) {
      if (isNews) this.log.warn({ message: problem, state, server });
    } else if (isNews || state === 'catchingUp') {
      this.log.log({ message: STATE_WORDS[state], state, server, bytesRead, bytesTotal });
    }
  }
}

const STATE_WORDS: Readonly<Record<MonitorStatus['state'], string>> = {
  waiting: 'waiting for log files',
  catchingUp: 'reading old lines',
  ok: 'following',
  degraded: 'degraded',
  stopped: 'stopped',
};
