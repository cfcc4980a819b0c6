import type { EpochMs } from './units';

/** The range of an answer, half-open, ending with what was read. */
export interface OfRange {
  /** When the answer was made. */
  readonly asOf: EpochMs;
  /** Start of the range, inclusive; 7 days before its end unless it was asked for. */
  readonly from: EpochMs;
  /** End of the range, exclusive: as it was asked for, but no later than the log was read. */
  readonly to: EpochMs;
}
