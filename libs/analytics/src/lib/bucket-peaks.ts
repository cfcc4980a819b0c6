import type { BucketGrid } from './use-buckets';

/**
 * The peak of each bucket of a grid while the steps are told to it, in order. A bucket inherits what
 * was in use, unless it changes at its very first instant.
 */
export class BucketPeaks {
  private readonly peaks: number[] = [];
  private inUse = 0;
  /** The peak so far of the bucket that the last step is in, if it is in one; `peaks` ends before it. */
  private peak = -Infinity;
  private isWithin = false;
  /** The last step was in the bucket that ends here, or before or behind all. */
  private until = -Infinity;

  constructor(private readonly grid: BucketGrid) {}

  step(at: number, inUse: number): void {
    if (at >= this.until) this.enter(at);
    if (inUse > this.peak) this.peak = inUse;
    this.inUse = inUse;
  }

  /** The peaks of all buckets; no step may follow. */
  end(): number[] {
    this.enter(Infinity);
    return this.peaks;
  }

  private enter(at: number): void {
    const { from, bucketMs, count } = this.grid;
    if (this.isWithin) this.peaks.push(this.peak);
    const bucket = Math.floor((at - from) / bucketMs);
    // No step fell into these.
    while (this.peaks.length < Math.min(bucket, count)) this.peaks.push(this.inUse);
    this.isWithin = bucket >= 0 && bucket < count;
    const begin = from + bucket * bucketMs;
    this.until = bucket < 0 ? from : this.isWithin ? begin + bucketMs : Infinity;
    this.peak = at === begin ? 0 : this.inUse;
  }
}
