import type { EpochMs } from './page';

/** `previous`: the whole weeks just before. `year`: the same weekdays 52 weeks before. */
export type ComparisonDto = 'previous' | 'year';

/**
 * The same of an earlier range, as long as the one that was asked for and whole weeks before it, so
 * weekdays stand beside weekdays.
 */
export interface ComparedDto<Item> {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly items: readonly Item[];
}
