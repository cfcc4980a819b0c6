/** One page of a list, newest first. */
export interface Page<Item> {
  /** Its rows; empty where there are none. */
  readonly items: readonly Item[];
  /** Pass as `cursor` to read the next page; null on the last one. */
  readonly nextCursor: string | null;
}
