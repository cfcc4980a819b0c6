import type { ComparedDto } from './comparison';
import type { GapDto } from './coverage';
import type { DenialCountsDto } from './denial';
import type { OfProduct } from './of-product';
import type { OfRange } from './of-range';
import type { Count, DurationMs, EpochMs, Licenses, Share } from './units';
import type { EntitlementIntervalDto } from './usage-summary';

/** What was in use during one of the equal times of a series; null where nothing was observed. */
export interface UsePointDto {
  /** Start of that time. */
  readonly at: EpochMs;
  /** Least licences in use; null where nothing was observed. */
  readonly min: Licenses | null;
  /** Most licences in use; null where nothing was observed. */
  readonly max: Licenses | null;
  /** Licences in use, weighted by time, over the observed part; null where nothing was observed. */
  readonly average: number | null;
  /** Share of the time that was observed, 0 to 1. */
  readonly coverage: Share;
}

/** Refusals, each line counted, within one of the equal times; those without any are left out. */
export interface DenialPointDto extends DenialCountsDto {
  /** Start of that time. */
  readonly at: EpochMs;
}

/** Use, refusals and seats of one product over time. */
export interface ProductSeriesDto extends OfProduct {
  /** What was in use, one for each of the equal times. */
  readonly points: readonly UsePointDto[];
  /** Refusals; times without any are left out. */
  readonly denials: readonly DenialPointDto[];
  /** Seats owned, in order; null while unknown. */
  readonly entitlements: readonly EntitlementIntervalDto[] | null;
  /** Times that are not measured, in order. */
  readonly gaps: readonly GapDto[];
}

/** The series of an earlier range. */
export type ComparedSeriesDto = ComparedDto<ProductSeriesDto>;

/** Use, refusals and seats over time. */
export interface UsageSeriesDto extends OfRange {
  /** Length of the equal times; the last one may reach beyond the range. */
  readonly bucketMs: DurationMs;
  /** Of each product and licence model. */
  readonly items: readonly ProductSeriesDto[];
  /** Null unless asked for; its points are in equal times of the same length. */
  readonly compare: ComparedSeriesDto | null;
}

/** For how long at least so many licences were in use. */
export interface LoadLevelDto {
  /** Licences in use, at least. */
  readonly seats: Licenses;
  /** For how long. */
  readonly atLeastMs: DurationMs;
}

/** So many licences were enough for a share of the time, or of the requests. */
export interface EnoughDto {
  /** 0 to 1. */
  readonly share: Share;
  /** Licences that were enough for that share of the time; null where nothing was observed. */
  readonly byTime: Licenses | null;
  /** Licences that were enough for that share of the requests; null where nothing was asked for. */
  readonly byRequests: Licenses | null;
}

/** The load duration of one product. */
export interface ProductLoadDto extends OfProduct {
  /** Of the range, how long it was measured. */
  readonly observedMs: DurationMs;
  /** From 1 to the peak. */
  readonly levels: readonly LoadLevelDto[];
  /** For 50, 90, 95, 99 and 100 % of the time and of the requests. */
  readonly enough: readonly EnoughDto[];
  /** Seats owned, in order; null while unknown. */
  readonly entitlements: readonly EntitlementIntervalDto[] | null;
}

/** For how long at least so many licences were in use, and how many would have been enough. */
export interface LoadDurationDto extends OfRange {
  /** Of each product and licence model. */
  readonly items: readonly ProductLoadDto[];
}

/** What the log and the server say of one instant. */
export interface UseCheckDto {
  /** When the server was asked. */
  readonly at: EpochMs;
  /** Licences in use, as the log tells. */
  readonly fromLog: Licenses;
  /** Licences in use, as the server said. */
  readonly fromServer: Licenses;
  /**
   * Above 0 where the log has more in use than the server says: an end is missing, for example.
   * In licences.
   *
   * @asType integer
   */
  readonly difference: number;
}

/** How far the log and the server differ on what is in use of one product. */
export interface ProductReconciliationDto extends OfProduct {
  /** In order of time; as often as the server was asked. */
  readonly checks: readonly UseCheckDto[];
}

/** How far the log and the server differ on what is in use. */
export interface ReconciliationDto extends OfRange {
  /** Of each product and licence model. */
  readonly items: readonly ProductReconciliationDto[];
}

/** What was in use in one hour of the week, over all weeks of the range. */
export interface HourOfWeekCellDto {
  /**
   * 1 is Monday, 7 is Sunday.
   *
   * @asType integer
   * @minimum 1
   * @maximum 7
   */
  readonly weekday: number;
  /**
   * 0 to 23, by the clock of the zone.
   *
   * @asType integer
   * @minimum 0
   * @maximum 23
   */
  readonly hour: number;
  /** How much of that hour was measured, in all weeks together. */
  readonly observedMs: DurationMs;
  /** Licences in use, weighted by time; null where nothing was observed. */
  readonly average: number | null;
  /** Most licences in use; null where nothing was observed. */
  readonly peak: Licenses | null;
  /** Licences granted, each grant counted. */
  readonly grants: Count;
  /** Refusals for want of licences, each line counted. */
  readonly denials: Count;
}

/** The week of one product. */
export interface ProductWeekDto extends OfProduct {
  /** 168 of them, Monday's first. */
  readonly cells: readonly HourOfWeekCellDto[];
}

/** Use, grants and refusals by weekday and hour of a zone. */
export interface HourOfWeekDto extends OfRange {
  /** IANA zone whose clock tells the hours. */
  readonly zone: string;
  /** Of each product and licence model. */
  readonly items: readonly ProductWeekDto[];
}
