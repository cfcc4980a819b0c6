import type { GapDto } from './coverage';
import type { DenialCountsDto } from './denial';
import type { DurationMs, EpochMs } from './page';
import type { LicenseModelDto } from './session';
import type { EntitlementIntervalDto } from './usage-summary';

/** One product and licence model, whose figures follow. */
interface OfProduct {
  readonly product: string;
  readonly editor: string | null;
  readonly model: LicenseModelDto;
}

/** The range of an answer, half-open, ending with what was read. */
interface OfRange {
  readonly asOf: EpochMs;
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** What was in use during one of the equal times of a series; null where nothing was observed. */
export interface UsePointDto {
  readonly at: EpochMs;
  readonly min: number | null;
  readonly max: number | null;
  /** Weighted by time, over the observed part. */
  readonly average: number | null;
  /** Share of the time that was observed, 0 to 1. */
  readonly coverage: number;
}

/** Refusals, each line counted, within one of the equal times; those without any are left out. */
export interface DenialPointDto extends DenialCountsDto {
  readonly at: EpochMs;
}

export interface ProductSeriesDto extends OfProduct {
  readonly points: readonly UsePointDto[];
  readonly denials: readonly DenialPointDto[];
  readonly entitlements: readonly EntitlementIntervalDto[] | null;
  readonly gaps: readonly GapDto[];
}

export interface UsageSeriesDto extends OfRange {
  /** Length of the equal times; the last one may reach beyond the range. */
  readonly bucketMs: DurationMs;
  readonly items: readonly ProductSeriesDto[];
}

/** For how long at least so many licences were in use. */
export interface LoadLevelDto {
  readonly seats: number;
  readonly atLeastMs: DurationMs;
}

/** So many licences were enough for a share of the time, or of the requests. */
export interface EnoughDto {
  /** 0 to 1. */
  readonly share: number;
  /** Null where nothing was observed. */
  readonly byTime: number | null;
  /** Null where nothing was asked for. */
  readonly byRequests: number | null;
}

export interface ProductLoadDto extends OfProduct {
  readonly observedMs: DurationMs;
  /** From 1 to the peak. */
  readonly levels: readonly LoadLevelDto[];
  readonly enough: readonly EnoughDto[];
  readonly entitlements: readonly EntitlementIntervalDto[] | null;
}

export interface LoadDurationDto extends OfRange {
  readonly items: readonly ProductLoadDto[];
}

/** What the log and the server say of one instant. */
export interface UseCheckDto {
  readonly at: EpochMs;
  readonly fromLog: number;
  readonly fromServer: number;
  /** Above 0 where the log has more in use than the server says: an end is missing, for example. */
  readonly difference: number;
}

export interface ProductReconciliationDto extends OfProduct {
  /** In order of time; as often as the server was asked. */
  readonly checks: readonly UseCheckDto[];
}

export interface ReconciliationDto extends OfRange {
  readonly items: readonly ProductReconciliationDto[];
}

/** What was in use in one hour of the week, over all weeks of the range. */
export interface HourOfWeekCellDto {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23, by the clock of the zone. */
  readonly hour: number;
  readonly observedMs: DurationMs;
  /** Weighted by time; null where nothing was observed. */
  readonly average: number | null;
  readonly peak: number | null;
  /** Grants, and refusals for want of licences. */
  readonly grants: number;
  readonly denials: number;
}

export interface ProductWeekDto extends OfProduct {
  /** 168 of them, Monday's first. */
  readonly cells: readonly HourOfWeekCellDto[];
}

export interface HourOfWeekDto extends OfRange {
  readonly zone: string;
  readonly items: readonly ProductWeekDto[];
}
