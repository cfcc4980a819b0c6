import type { EpochMs } from './page';

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
  readonly kind: FindingKindDto;
  /** Null where it concerns all products. */
  readonly product: string | null;
  /** How many rows, or times, there are. */
  readonly count: number;
  readonly firstAt: EpochMs | null;
  readonly lastAt: EpochMs | null;
  /** What it means, in a sentence. */
  readonly meaning: string;
  /** Address of the rows, relative to the API's root; null where they are in the answer's words. */
  readonly rows: string | null;
}

export interface FindingsDto {
  readonly asOf: EpochMs;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly items: readonly FindingDto[];
}
