/** Figures of one product over one and the same time; undefined where they are not known. */
export interface LicenseNeed {
  /** C, licences there were; where it changed, the last. */
  readonly capacity: number | undefined;
  /** P, as `findPeak` gives it. */
  readonly peak: number | undefined;
  /** q99, as `timePercentile` gives it for 0.99. */
  readonly q99: number | undefined;
}

/** Licences that nobody needed; undefined where that is not known. */
export interface UnusedLicenses {
  /** C − P: not in use at any instant. */
  readonly neverNeeded: number | undefined;
  /** C − q99: not in use for 99 % of the time. Those that were never needed are among them. */
  readonly rarelyNeeded: number | undefined;
}

/**
 * Counts unused licences (features.md §2.8). Nothing is clipped: a number below 0 says that so many
 * more were in use than there were, so the capacity that is known is wrong or was exceeded; to call
 * that "none unused" would hide it. Of a pool that was full, 0 says nothing about need.
 */
export function unusedLicenses({ capacity, peak, q99 }: LicenseNeed): UnusedLicenses {
  return { neverNeeded: difference(capacity, peak), rarelyNeeded: difference(capacity, q99) };
}

const difference = (capacity: number | undefined, need: number | undefined): number | undefined =>
  capacity === undefined || need === undefined ? undefined : capacity - need;
