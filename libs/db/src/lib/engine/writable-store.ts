import type { QueryRunner } from './query-runner';

/** A history that is open for writing: all of a SQLite file, or some servers of a PostgreSQL database. */
export interface WritableStore {
  readonly runner: QueryRunner;
  /** The servers and clusters that this writer alone may write; null: all of them. */
  readonly claimed: ReadonlySet<number> | null;

  /**
   * Run it first in each transaction.
   *
   * @throws HistoryInUse when another writer has taken over.
   */
  check(): Promise<void>;

  /** Keeps others from adding servers until the end of the transaction. */
  lockServers(): Promise<void>;

  /**
   * Takes servers and clusters for this writer alone, until it closes or its connection ends.
   *
   * @returns whether any of them was not claimed yet.
   * @throws HistoryInUse when another writer has one of them.
   */
  claim(serverIds: readonly number[]): Promise<boolean>;

  /**
   * Makes room for events of these stamps; outside of a transaction, where readers need not wait.
   *
   * @param wallAts stamps read as if they were UTC, milliseconds.
   */
  prepare(wallAts: Iterable<number>): Promise<void>;

  /**
   * Makes the connection sound again after a failure, and claims anew what was claimed.
   *
   * @throws HistoryInUse when another writer has taken it meanwhile.
   */
  recover(): Promise<void>;

  /** Lets the database learn how full its tables are, after much was written at once. */
  learn(): Promise<void>;

  /** Lets the instants of events be changed, and nothing else of them, by `work` alone. */
  whileTimesChange(work: () => Promise<void>): Promise<void>;

  close(): Promise<void>;
}
