import {
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import type { CapacityCollector } from './capacity-collector';

/** Reads files of capacity at the start and each minute, and asks the licence servers now and then. */
export class CapacitySchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('capacity');
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private minutes = 0;

  /** @param pollMinutes how often the licence servers are asked; 0 is never. */
  constructor(
    private readonly collector: Pick<CapacityCollector, 'readFiles' | 'poll'>,
    private readonly pollMinutes: number,
  ) {}

  onApplicationBootstrap(): void {
    this.run(() => this.collector.readFiles());
  }

  @Cron(CronExpression.EVERY_MINUTE)
  tick(): void {
    const isPoll = this.pollMinutes > 0 && this.minutes % this.pollMinutes === 0;
    // What is still running is not begun a second time; a poll that is due then is next minute's.
    if (this.running !== undefined) return;
    this.minutes++;
    this.run(async () => {
      await this.collector.readFiles();
      if (isPoll) await this.collector.poll(this.stopping.signal);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.settle();
  }

  /** Waits for what is running. */
  async settle(): Promise<void> {
    await this.running;
  }

  private run(work: () => Promise<void>): void {
    this.running = work()
      .catch((error: unknown) => {
        // The database may be locked or full; the follower reports it, and the next minute tries again.
        this.log.warn({ message: 'capacity could not be kept', error: String(error) });
      })
      .finally(() => {
        this.running = undefined;
      });
  }
}
