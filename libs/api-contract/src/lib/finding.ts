import type { OfRange } from './of-range';
import type { Count, EpochMs } from './units';

/** What may make figures wrong, or shows that they are. */
export type FindingKindDto =
  | 'negativeSession'
  | 'endWithoutStart'
  | 'assumedEnd'
  | 'useAboveCapacity'
  | 'capacityConflict'
  | 'useDiffersFromServer'
  | 'notTraced'
  | 'lineNotUnderstood'
  | 'clockStep';

/** One kind of doubt about one product, or about all of them, with the way to the rows behind it. */
export interface FindingDto {
  /** What is doubtful. */
  readonly kind: FindingKindDto;
  /** Product code; null where it concerns all products. */
  readonly product: string | null;
  /** How many rows, or times, there are. */
  readonly count: Count;
  /** The first of them; null where it is about the range as a whole. */
  readonly firstAt: EpochMs | null;
  /** The last of them; null where it is about the range as a whole. */
  readonly lastAt: EpochMs | null;
  /** What it means, in a sentence. */
  readonly meaning: string;
  /** Address of the rows, relative to the API's root; null where they are in the answer's words. */
  readonly rows: string | null;
}

/** What may make the figures of a range wrong, or shows that they are. */
export interface FindingsDto extends OfRange {
  /** Empty where nothing is doubtful. */
  readonly items: readonly FindingDto[];
}
