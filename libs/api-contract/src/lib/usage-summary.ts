import type { GapDto } from './coverage';
import type { DenialCountsDto, DenialWindowsDto } from './denial';
import type { DurationMs, EpochMs } from './page';
import type { LicenseModelDto } from './session';

/** Where the number of seats comes from, the one that counts first. */
export type EntitlementSourceDto = 'manual' | 'usageCsv' | 'usageText' | 'licenseInfo';

/** How many licences a site owns from one instant to another. */
export interface EntitlementIntervalDto {
  readonly from: EpochMs;
  /** Null: until further notice. */
  readonly to: EpochMs | null;
  /** Null: without limit. */
  readonly seats: number | null;
  readonly source: EntitlementSourceDto;
  /** Whether it is concluded from the dates of licences, for a time before they were listed. */
  readonly isAssumed: boolean;
  /** What other sources say of the same time, where it differs. */
  readonly others: readonly {
    readonly source: EntitlementSourceDto;
    readonly seats: number | null;
  }[];
}

/** Sessions that were open within a range. */
export interface SessionFiguresDto {
  /** All that were open at some instant of the range and whose start is known. */
  readonly count: number;
  /** Those that are open at its end. */
  readonly openAtEnd: number;
  /** Ends within the range whose grants are not known; in no other figure. */
  readonly startUnknown: number;
  /** Ended within the range by a time-out. */
  readonly timeouts: number;
  /** Ended within the range by an assumption of ours. */
  readonly presumedLost: number;
  readonly serverRestart: number;
  /** Of those whose start and end are known; null where there are none. */
  readonly meanMs: DurationMs | null;
  readonly medianMs: DurationMs | null;
}

/** Requests that were refused for want of licences, by what became of them. */
export interface DeniedFiguresDto {
  readonly redirected: number;
  readonly delayed: number;
  readonly lost: number;
  readonly pending: number;
  /** Sum of the waits of the delayed ones. */
  readonly waitingMs: DurationMs;
  /** Distinct people whose requests were delayed or lost. */
  readonly people: number;
  /** (delayed + lost) / (grants + delayed + lost), 0 to 1; null where nothing was asked for. */
  readonly rate: number | null;
}

/** What was in use of what there was, over the time for which both are known. */
export interface UtilisationDto {
  /** How long both are known. */
  readonly knownMs: DurationMs;
  /** ∫U dt, licence-milliseconds. */
  readonly usedMs: number;
  /** ∫C dt, licence-milliseconds. */
  readonly capacityMs: number;
  /** ∫U / ∫C; above 1 where more was in use than there was. Null without capacity. */
  readonly share: number | null;
  /** How long U ≥ C. */
  readonly fullMs: DurationMs;
  /** ∫ max(0, U − C) dt, licence-milliseconds. */
  readonly overageMs: number;
}

/** The figures of one product and licence model over a range (docs/definitions.md). */
export interface ProductSummaryDto {
  readonly product: string;
  readonly editor: string | null;
  readonly model: LicenseModelDto;
  /** Of the range, how long it was measured; averages rest on it. */
  readonly observedMs: DurationMs;
  readonly gaps: readonly GapDto[];
  readonly sessions: SessionFiguresDto;
  /** Distinct people and machines. */
  readonly users: number;
  readonly hosts: number;
  /** Most licences in use; null where nothing was measured. */
  readonly peak: number | null;
  readonly peakAt: EpochMs | null;
  /** How long the peak lasted altogether. */
  readonly timeAtPeakMs: DurationMs;
  /** The most that was in use for five minutes on end. */
  readonly sustainedPeak: number | null;
  /** Over the observed time; null where there is none. */
  readonly average: number | null;
  /** ∫U dt over the range, licence-milliseconds. */
  readonly licenseMs: number;
  /** Σ quantity × length of the sessions, the ends as early as they may have been, and as told. */
  readonly sessionMsLow: number;
  readonly sessionMsHigh: number;
  readonly denials: DenialCountsDto;
  readonly deniedRequests: DeniedFiguresDto;
  /** Null while unknown; never guessed from the peak. */
  readonly entitlements: readonly EntitlementIntervalDto[] | null;
  readonly utilisation: UtilisationDto | null;
}

export interface UsageSummaryDto {
  readonly asOf: EpochMs;
  /** The range that was asked for, ending now at the latest. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly windows: DenialWindowsDto;
  readonly items: readonly ProductSummaryDto[];
}
