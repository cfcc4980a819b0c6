import type { ReadingOptions } from '../data-source';
import { ReadingConnection } from './reading-connection';
import type { Cells } from './query';

/** Connections to one history. A statement waits for a free one; the time in which it waits does not count. */
export class ReadingPool {
  private readonly free: ReadingConnection[];
  private readonly waiting: ((connection: ReadingConnection) => void)[] = [];

  private readonly size: number;
  private isClosed = false;

  private constructor(connections: readonly ReadingConnection[]) {
    this.free = [...connections];
    this.size = connections.length;
  }

  static async open(
    file: string,
    { timeoutMs = Infinity, connections = 1 }: ReadingOptions,
  ): Promise<ReadingPool> {
    const opened: ReadingConnection[] = [];
    while (opened.length < connections) {
      opened.push(await ReadingConnection.open(file, timeoutMs));
    }
    return new ReadingPool(opened);
  }

  /** @throws QueryTimeoutError when it takes too long. */
  async query<Row = Cells>(
    sql: string,
    parameters: readonly (string | number)[] = [],
  ): Promise<Row[]> {
    if (this.isClosed) throw new Error('the history is closed');
    const connection = await this.take();
    try {
      return await connection.query<Row>(sql, parameters);
    } finally {
      this.giveBack(connection);
    }
  }

  /** Waits for what was asked before. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (let open = this.size; open > 0; open--) await (await this.take()).close();
  }

  private take(): ReadingConnection | Promise<ReadingConnection> {
    return this.free.pop() ?? new Promise((resolve) => this.waiting.push(resolve));
  }

  private giveBack(connection: ReadingConnection): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free.push(connection);
    else next(connection);
  }
}
