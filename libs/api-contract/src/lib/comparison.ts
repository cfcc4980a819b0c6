import type { EpochMs } from './units';

/**
 * The same of an earlier range, as long as the one that was asked for and whole weeks before it, so
 * weekdays stand beside weekdays.
 */
export interface ComparedDto<Item> {
  /** Start of the earlier range, inclusive. */
  readonly from: EpochMs;
  /** Its end, exclusive. */
  readonly to: EpochMs;
  /** Of each product and licence model. */
  readonly items: readonly Item[];
}
