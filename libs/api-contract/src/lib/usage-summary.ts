import type { ComparedDto } from './comparison';
import type { GapDto } from './coverage';
import type { DenialCountsDto, DenialWindowsDto } from './denial';
import type { OfProduct } from './of-product';
import type { OfRange } from './of-range';
import type { Count, DurationMs, EpochMs, LicenseMs, Licenses, MeanMs, Share } from './units';

/**
 * Where the number of seats comes from, the one that counts first: the file kept by hand, the usage of
 * the administration tool as CSV or as text, its list of enrolled licences.
 */
export type EntitlementSourceDto = 'manual' | 'usageCsv' | 'usageText' | 'licenseInfo';

/** What another source says of the seats. */
export interface OtherEntitlementDto {
  /** Which source. */
  readonly source: EntitlementSourceDto;
  /** Null: without limit. */
  readonly seats: Licenses | null;
}

/** How many licences a site owns from one instant to another. */
export interface EntitlementIntervalDto {
  /** Its start, inclusive. */
  readonly from: EpochMs;
  /** Its end, exclusive. Null: until further notice. */
  readonly to: EpochMs | null;
  /** Null: without limit. */
  readonly seats: Licenses | null;
  /** Who says so; of several servers' sum the source of the first. */
  readonly source: EntitlementSourceDto;
  /** Whether it is concluded from the dates of licences, for a time before they were listed. */
  readonly isAssumed: boolean;
  /** What other sources say of the same time, where it differs. */
  readonly others: readonly OtherEntitlementDto[];
}

/** Sessions that were open within a range. */
export interface SessionFiguresDto {
  /** All that were open at some instant of the range and whose start is known. */
  readonly count: Count;
  /** Those that are open at its end. */
  readonly openAtEnd: Count;
  /** Ends within the range whose grants are not known; in no other figure. */
  readonly startUnknown: Count;
  /** Ended within the range by a time-out. */
  readonly timeouts: Count;
  /** Ended within the range by an assumption of ours: they are older than sessions get. */
  readonly presumedLost: Count;
  /** Ended within the range by an assumption of ours: silence followed a restart of the server. */
  readonly serverRestart: Count;
  /** Mean length of those whose start and end are known; null where there are none. */
  readonly meanMs: MeanMs | null;
  /** Median length of those whose start and end are known; null where there are none. */
  readonly medianMs: MeanMs | null;
}

/** Requests that were refused for want of licences, by what became of them. */
export interface DeniedFiguresDto {
  /** Granted elsewhere at once, so nobody waited. */
  readonly redirected: Count;
  /** Granted later. */
  readonly delayed: Count;
  /** Not granted within the window. */
  readonly lost: Count;
  /** The window is not over yet. */
  readonly pending: Count;
  /** Sum of the waits of the delayed ones. */
  readonly waitingMs: DurationMs;
  /** Distinct people whose requests were delayed or lost. */
  readonly people: Count;
  /** (delayed + lost) / (grants + delayed + lost), 0 to 1; null where nothing was asked for. */
  readonly rate: Share | null;
}

/** What was in use of what there was, over the time for which both are known. */
export interface UtilisationDto {
  /** How long both are known. */
  readonly knownMs: DurationMs;
  /** ∫U dt. */
  readonly usedMs: LicenseMs;
  /** ∫C dt. */
  readonly capacityMs: LicenseMs;
  /** ∫U / ∫C; above 1 where more was in use than there was. Null without capacity. */
  readonly share: number | null;
  /** How long U ≥ C. */
  readonly fullMs: DurationMs;
  /** ∫ max(0, U − C) dt. */
  readonly overageMs: LicenseMs;
}

/** The figures of one product and licence model over a range (docs/definitions.md). */
export interface ProductSummaryDto extends OfProduct {
  /** Of the range, how long it was measured; averages rest on it. */
  readonly observedMs: DurationMs;
  /** Times that are not measured, in order; they may overlap. */
  readonly gaps: readonly GapDto[];
  /** Sessions that were open within the range. */
  readonly sessions: SessionFiguresDto;
  /** Distinct people. */
  readonly users: Count;
  /** Distinct machines. */
  readonly hosts: Count;
  /** Most licences in use; null where nothing was measured. */
  readonly peak: Licenses | null;
  /** When the peak was first reached; null where nothing was measured, or nothing in use. */
  readonly peakAt: EpochMs | null;
  /** How long the peak lasted altogether. */
  readonly timeAtPeakMs: DurationMs;
  /** The most that was in use for five minutes on end; null where nothing was measured. */
  readonly sustainedPeak: Licenses | null;
  /** Licences in use, weighted by time, over the observed time; null where there is none. */
  readonly average: number | null;
  /** ∫U dt over the range. */
  readonly licenseMs: LicenseMs;
  /** Σ quantity × length of the sessions, the ends as early as they may have been. */
  readonly sessionMsLow: LicenseMs;
  /** Σ quantity × length of the sessions, the ends as the log tells them. */
  readonly sessionMsHigh: LicenseMs;
  /** Refusals by cause, each line counted. */
  readonly denials: DenialCountsDto;
  /** Requests that were refused for want of licences. */
  readonly deniedRequests: DeniedFiguresDto;
  /** Seats owned, in order. Null while unknown; never guessed from the peak. */
  readonly entitlements: readonly EntitlementIntervalDto[] | null;
  /** Null where there is no time for which both use and seats are known. */
  readonly utilisation: UtilisationDto | null;
}

/** The figures of an earlier range. */
export type ComparedSummaryDto = ComparedDto<ProductSummaryDto>;

/** The figures of each product over a range: use, refusals, seats, and what was not measured. */
export interface UsageSummaryDto extends OfRange {
  /** The windows that the outcomes of refused requests rest on. */
  readonly windows: DenialWindowsDto;
  /** Of each product and licence model. */
  readonly items: readonly ProductSummaryDto[];
  /** Null unless asked for. */
  readonly compare: ComparedSummaryDto | null;
}
