/** An instant: whole milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/** A length of time in whole milliseconds. */
export type DurationMs = number;

/** One page of a list, newest first. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass as `cursor` to read the next page; null on the last one. */
  readonly nextCursor: string | null;
}
