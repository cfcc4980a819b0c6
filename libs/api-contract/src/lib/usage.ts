import type { DenialCountsDto } from './denial';
import type { EpochMs } from './page';
import type { ProductInUseDto, SessionDto } from './session';

/** Denials of one product since local midnight, by cause. */
export interface DenialsTodayDto extends DenialCountsDto {
  readonly lastAt: EpochMs | null;
  readonly lastUser: string | null;
}

/** One product on the overview. */
export interface ProductUsageDto extends ProductInUseDto {
  /** Licences owned; null while unknown. Never guessed from the peak. */
  readonly entitlement: number | null;
  /** Most licences in use at once since local midnight; null when nothing was observed. */
  readonly peakToday: number | null;
  readonly peakTodayAt: EpochMs | null;
  /** Peaks of the last 24 hours, oldest first; null where the log tells nothing. */
  readonly hourlyPeaks: readonly (number | null)[];
  readonly denialsToday: DenialsTodayDto;
}

export interface OverviewDto {
  readonly asOf: EpochMs;
  readonly lastEventId: number;
  /** Start of the local day that "today" means, in `zone`. */
  readonly todayFrom: EpochMs;
  readonly zone: string;
  /** Distinct people who hold anything now; the sum over products would count some twice. */
  readonly users: number;
  readonly products: readonly ProductUsageDto[];
  /** The three sessions that have been open longest. */
  readonly longestOpen: readonly SessionDto[];
}
