import type { DenialCountsDto } from './denial';
import type { ProductInUseDto, SessionDto } from './session';
import type { Count, EpochMs, EventId, Licenses } from './units';

/** Denials of one product since local midnight, by cause. */
export interface DenialsTodayDto extends DenialCountsDto {
  /** The last of them; null where there was none. */
  readonly lastAt: EpochMs | null;
  /** Who was refused last; null where nobody was, or the log did not say. */
  readonly lastUser: string | null;
}

/** One product on the overview. */
export interface ProductUsageDto extends ProductInUseDto {
  /** Licences owned; null while unknown. Never guessed from the peak. */
  readonly entitlement: Licenses | null;
  /** Most licences in use at once since local midnight; null when nothing was observed. */
  readonly peakToday: Licenses | null;
  /** When that was first reached; null when nothing was observed, or nothing in use. */
  readonly peakTodayAt: EpochMs | null;
  /** Peaks of the last 24 hours, oldest first; null where the log tells nothing. */
  readonly hourlyPeaks: readonly (Licenses | null)[];
  /** Refusals since local midnight. */
  readonly denialsToday: DenialsTodayDto;
}

/** Are we short now? What is in use, today's peaks, the last 24 hours, today's refusals. */
export interface OverviewDto {
  /** When the answer was made. */
  readonly asOf: EpochMs;
  /** Id of the last history event that it includes; resume the stream from here. */
  readonly lastEventId: EventId;
  /** Start of the local day that "today" means, in `zone`. */
  readonly todayFrom: EpochMs;
  /** IANA zone whose midnight begins "today". */
  readonly zone: string;
  /** Distinct people who hold anything now; the sum over products would count some twice. */
  readonly users: Count;
  /** Each product that is in use, was within the last 24 hours, or was refused today. */
  readonly products: readonly ProductUsageDto[];
  /** The three sessions that have been open longest. */
  readonly longestOpen: readonly SessionDto[];
}
