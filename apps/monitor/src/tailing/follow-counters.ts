import type { FollowCounts } from '@license-monitor/db';

/** Counts what following comes to since the start of the process, so that nothing vanishes silently. */
export class FollowCounters {
  private readonly counts = {
    looks: 0,
    looksWithNews: 0,
    newFiles: 0,
    movedFiles: 0,
    replacedFiles: 0,
    heldFiles: 0,
    staleSizes: 0,
    chunks: 0,
    chunkMs: 0,
    refolds: 0,
  } satisfies Record<keyof FollowCounts, number>;

  count(what: keyof FollowCounts, by = 1): void {
    this.counts[what] += by;
  }

  /** The counts as they are now. */
  read(): FollowCounts {
    return { ...this.counts };
  }
}
