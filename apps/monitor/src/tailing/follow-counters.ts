import { FOLLOW_COUNTS, type FollowCount, type FollowCounts } from '@license-monitor/db';

/** Counts what following comes to since the start of the process, so that nothing vanishes silently. */
export class FollowCounters {
  private readonly counts = new Map<FollowCount, number>(FOLLOW_COUNTS.map((name) => [name, 0]));

  count(what: FollowCount, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  /** The counts as they are now. */
  read(): FollowCounts {
    return Object.fromEntries(this.counts) as FollowCounts;
  }
}
