import type { QueryRunner } from '../engine/query-runner';
import type { WritableStore } from '../engine/writable-store';
import { inTransaction } from './in-transaction';
import { Names } from './names';

/** The transactions of the one writer, and the names that what they write needs. */
export class WriterTransactions {
  names = new Names();
  private readonly runner: QueryRunner;

  constructor(private readonly store: WritableStore) {
    this.runner = store.runner;
  }

  /** Takes the names anew from the database. */
  async loadNames(): Promise<void> {
    this.names = new Names(this.runner.isShared);
    await this.names.load(this.runner);
  }

  /**
   * Makes room for events of these stamps and adds new names, outside of the transaction that needs
   * them. Names that others may add, too, have one of their own: whoever adds the same waits for its
   * end, and two that waited for each other would never end.
   *
   * @param wallAts stamps read as if they were UTC, milliseconds.
   */
  async makeRoom(wallAts: readonly number[]): Promise<void> {
    await this.store.prepare(wallAts);
    const { names, runner } = this;
    if (runner.isShared && names.hasNew) await this.run(() => names.save(runner));
  }

  /** Runs `work` in one transaction: in the one that is open already, where one is. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    return inTransaction(this.runner, async () => {
      await this.store.check();
      return work();
    });
  }

  /** The same with new names, which are part of it where nobody else adds any. */
  runNamed<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.run(async () => {
      if (!this.runner.isShared) await this.names.save(this.runner);
      return work();
    });
  }
}
