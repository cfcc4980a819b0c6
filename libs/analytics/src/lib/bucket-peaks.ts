import type { BucketGrid } from './use-buckets';

/**
 * The peak of each bucket of a grid while the steps are told to it, in order. A bucket inherits what
 * was in use, unless it changes at its very first instant.
 */
export class BucketPeaks {
  private readonly peaks: number[] = [];
  private inUse = 0;

  constructor(private readonly grid: BucketGrid) {}

  step(at: number, inUse: number): void {
    const { from, bucketMs, count } = this.grid;
    const bucket = Math.floor((at - from) / bucketMs);
    if (bucket >= 0 && bucket < count) {
      this.inherit(bucket);
      if (this.peaks.length === bucket)
        this.peaks.push(at === from + bucket * bucketMs ? 0 : this.inUse);
      this.peaks[bucket] = Math.max(this.peaks[bucket] ?? 0, inUse);
    } else if (bucket >= count) this.inherit(count);
    this.inUse = inUse;
  }

  end(): number[] {
    this.inherit(this.grid.count);
    return this.peaks;
  }

  /** The buckets before `bucket` that no step fell into. */
  private inherit(bucket: number): void {
    while (this.peaks.length < bucket) this.peaks.push(this.inUse);
  }
}
