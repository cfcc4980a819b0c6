import type { OfProduct } from './of-product';
import type { OfRange } from './of-range';
import type { DurationMs, EpochMs } from './units';

/**
 * Why a time is not measured; it is unknown then, which is not zero. `beforeFirstLine`,
 * `afterLastLine`: the log that we have tells nothing of it. `fileMissing`: more than a day lies between
 * two files. `serverDown`, `serverAsleep`: the licence server, or its machine. `notTraced`: usage
 * tracing was off for the product.
 */
export type GapCauseDto =
  'beforeFirstLine' | 'afterLastLine' | 'fileMissing' | 'serverDown' | 'serverAsleep' | 'notTraced';

/** A time that is not measured, half-open. */
export interface GapDto {
  /** Its start, inclusive. */
  readonly from: EpochMs;
  /** Its end, exclusive. */
  readonly to: EpochMs;
  /** Why it is not measured. */
  readonly cause: GapCauseDto;
}

/** What the logs of one licence server, or failover cluster, tell about. */
export interface ServerCoverageDto {
  /** The licence server, or the failover cluster. */
  readonly server: string;
  /** How much of the range its logs tell about. */
  readonly observedMs: DurationMs;
  /** In order; they may overlap. */
  readonly gaps: readonly GapDto[];
}

/** A product whose usage tracing was off for some time, as refusals or snapshots of use show. */
export interface ProductCoverageDto extends OfProduct {
  /** When it was not traced, in order. */
  readonly gaps: readonly GapDto[];
}

/** For which times of a range use was measured, and why not for the others. */
export interface CoverageDto extends OfRange {
  /** What the logs of each licence server tell about. */
  readonly servers: readonly ServerCoverageDto[];
  /** Products that were not traced all the time. */
  readonly products: readonly ProductCoverageDto[];
}
