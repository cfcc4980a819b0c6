import type { QueryRunner } from './query-runner';

/** Before this, stamps are faults of a clock, and share one partition; UTC milliseconds. */
export const FIRST_MONTH = Date.UTC(2000, 0);

/**
 * The partitions of the events, one for each month of the log's own stamps. They are made before the
 * first event comes that belongs there: old months as logs are imported, the next one ahead.
 */
export class MonthPartitions {
  private readonly known = new Set<number>();

  constructor(private readonly runner: QueryRunner) {}

  /** Adds the months of these stamps, and the one behind the last of them. */
  async prepare(wallAts: Iterable<number>): Promise<void> {
    const months = new Set<number>();
    let [from, to] = [0, 0];
    for (const wallAt of wallAts) {
      if (wallAt >= from && wallAt < to) continue;
      from = monthOf(wallAt);
      to = monthAfter(from);
      months.add(from);
    }
    if (months.size > 0) months.add(monthAfter(Math.max(...months)));
    for (const month of months) await this.add(month);
  }

  private async add(from: number): Promise<void> {
    if (from < FIRST_MONTH || this.known.has(from)) return;
    const name = new Date(from).toISOString().slice(0, 7).replace('-', '_');
    await this.runner.query('SELECT add_month(?, ?, ?)', [name, from, monthAfter(from)]);
    this.known.add(from);
  }
}

function monthOf(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

function monthAfter(month: number): number {
  const date = new Date(month);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
