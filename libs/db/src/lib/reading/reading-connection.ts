import type { DataSource } from 'typeorm';
import { openFileForReading } from '../data-source';
import type { Cells } from './query';
import { QueryTimeoutError } from './query-timeout-error';

/** How often a statement that has to stop is told so, in milliseconds. */
const INTERRUPT_MS = 50;

/** The part of the driver's connection that cancels what runs on it. */
interface Interruptible {
  interrupt(): void;
}

/**
 * A connection to the history that runs one statement at a time: so it is known which one has run for
 * how long, and only that one is cancelled.
 */
export class ReadingConnection {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly timeoutMs: number,
  ) {}

  static async open(file: string, timeoutMs: number): Promise<ReadingConnection> {
    return new ReadingConnection(await openFileForReading('history', file), timeoutMs);
  }

  /** @throws QueryTimeoutError when it takes too long. */
  async query<Row = Cells>(sql: string, parameters: readonly (string | number)[]): Promise<Row[]> {
    if (this.timeoutMs === Infinity) return this.dataSource.query<Row[]>(sql, [...parameters]);
    const clock = new Timeout(this.timeoutMs, () => this.interrupt());
    try {
      return await this.dataSource.query<Row[]>(sql, [...parameters]);
    } catch (error) {
      if (!clock.isOver) throw error;
      throw new QueryTimeoutError(this.timeoutMs, sql, { cause: error });
    } finally {
      clock.stop();
    }
  }

  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  private interrupt(): void {
    const { databaseConnection } = this.dataSource.driver as unknown as {
      databaseConnection: Interruptible;
    };
    databaseConnection.interrupt();
  }
}

/** Calls `act` when the time is over, and again until it is stopped: the first call may come too early. */
class Timeout {
  isOver = false;
  private again: NodeJS.Timeout | undefined;
  private readonly first: NodeJS.Timeout;

  constructor(timeoutMs: number, act: () => void) {
    this.first = setTimeout(() => {
      this.isOver = true;
      act();
      this.again = setInterval(act, INTERRUPT_MS);
    }, timeoutMs);
  }

  stop(): void {
    clearTimeout(this.first);
    clearInterval(this.again);
  }
}
