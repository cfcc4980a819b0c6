import type { DurationMs, EpochMs } from './page';
import type { LicenseModelDto } from './session';

/** Why a time is not measured; it is unknown then, which is not zero. */
export type GapCauseDto =
  'beforeFirstLine' | 'afterLastLine' | 'fileMissing' | 'serverDown' | 'serverAsleep' | 'notTraced';

/** A time that is not measured, half-open. */
export interface GapDto {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly cause: GapCauseDto;
}

/** What the logs of one licence server, or failover cluster, tell about. */
export interface ServerCoverageDto {
  readonly server: string;
  readonly observedMs: DurationMs;
  /** In order; they may overlap. */
  readonly gaps: readonly GapDto[];
}

/** A product whose usage tracing was off for some time, as refusals or snapshots of use show. */
export interface ProductCoverageDto {
  readonly product: string;
  readonly editor: string | null;
  readonly model: LicenseModelDto;
  readonly gaps: readonly GapDto[];
}

export interface CoverageDto {
  readonly asOf: EpochMs;
  /** The range that was asked for, ending now at the latest. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly servers: readonly ServerCoverageDto[];
  /** Products that were not traced all the time. */
  readonly products: readonly ProductCoverageDto[];
}
