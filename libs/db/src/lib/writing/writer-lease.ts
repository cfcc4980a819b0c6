import type { QueryRunner } from '../engine/query-runner';
import { HistoryInUse } from './writer-lock';

/**
 * A number that each writer takes when it opens the history, one more than the writer before. The
 * lock beside the file keeps a second writer away; where it cannot, as with two hosts and a share,
 * the older one fails in its next transaction instead of writing beside the newer.
 */
export class WriterLease {
  private constructor(private readonly epoch: number) {}

  /** Run it in a transaction. */
  static async take(runner: QueryRunner, holder: string): Promise<WriterLease> {
    const epoch = ((await readLease(runner))?.epoch ?? 0) + 1;
    await runner.query(
      `INSERT INTO writer_lease (id, epoch, holder, taken_at) VALUES (1, ?1, ?2, ?3)
       ON CONFLICT (id) DO UPDATE SET epoch = ?1, holder = ?2, taken_at = ?3`,
      [epoch, holder, Date.now()],
    );
    return new WriterLease(epoch);
  }

  /** @throws HistoryInUse when another writer has taken over since. */
  async check(runner: QueryRunner): Promise<void> {
    const lease = await readLease(runner);
    if (lease?.epoch === this.epoch) return;
    throw new HistoryInUse(`${lease?.holder ?? 'another process'} has taken over the history`);
  }
}

async function readLease(runner: QueryRunner) {
  const rows = (await runner.query('SELECT epoch, holder FROM writer_lease')) as {
    epoch: number;
    holder: string;
  }[];
  return rows[0];
}
