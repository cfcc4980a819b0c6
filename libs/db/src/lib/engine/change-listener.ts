import type { DataSource, QueryRunner } from 'typeorm';
import { CHANGES_CHANNEL } from './postgres-runner';

/** The part of the driver's connection that hears of notifications and of its own end. */
interface Client {
  on(event: 'notification' | 'error' | 'end', listener: () => void): void;
}

/** Hears what writers commit, on a connection of its own, from the first question on. */
export class ChangeListener {
  private runner: QueryRunner | undefined;
  private count = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** A number that changes whenever a writer has committed, or it may have. */
  async version(): Promise<number> {
    if (this.runner === undefined) await this.listen();
    return this.count;
  }

  async close(): Promise<void> {
    const { runner } = this;
    this.runner = undefined;
    // It may be broken already.
    await runner?.query(`UNLISTEN ${CHANGES_CHANNEL}`).catch(() => undefined);
    await runner?.release().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as Client;
    client.on('notification', () => this.count++);
    const isOver = () => {
      if (this.runner === runner) this.runner = undefined;
      // Whatever was said meanwhile was not heard.
      this.count++;
    };
    client.on('error', isOver);
    client.on('end', isOver);
    await runner.query(`LISTEN ${CHANGES_CHANNEL}`);
    this.runner = runner;
    this.count++;
  }
}
