import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Ingestor, SweepLimits } from '../ingestion/ingestor';
import { exitWith } from '../exit-with';
import { Alarm } from '../tailing/alarm';
import type { FollowedServer } from './followed-server';

/**
 * Follows the licence servers for as long as the process lives: look at each in its turn, wait for a
 * hint or for the poll interval, look again.
 */
export class Monitor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly alarm = new Alarm();
  private running: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    private readonly servers: readonly FollowedServer[],
    private readonly ingestor: Ingestor,
  ) {}

  onApplicationBootstrap(): void {
    for (const server of this.servers) server.start(() => this.alarm.ring());
    // Who has been replaced must not go on, and has nothing left to tidy up.
    this.running = this.run().catch(exitWith);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const server of this.servers) server.stop();
    this.alarm.ring();
    await this.running;
    for (const server of this.servers) await server.close();
    await this.ingestor.settle();
  }

  /**
   * Closes the sessions that can no longer be alive, unless unread lines may still end them.
   *
   * @returns how many were closed.
   */
  async sweepSessions(limits: SweepLimits): Promise<number> {
    const areCaughtUp = this.servers.every(({ isCaughtUp }) => isCaughtUp);
    return areCaughtUp ? this.ingestor.sweep(limits) : 0;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      let waitMs = Infinity;
      for (const server of this.servers) {
        const result = await server.look(() => performance.now());
        if (this.isStopping) return;
        waitMs = Math.min(waitMs, result.hasMore ? 0 : result.waitMs);
      }
      if (waitMs > 0) await this.alarm.wait(waitMs);
    }
  }
}
