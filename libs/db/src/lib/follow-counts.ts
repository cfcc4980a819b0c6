/** What following a licence server's logs came to since the monitor started. */
export interface FollowCounts {
  /** How often the directory was looked at, and how often something had changed. */
  readonly looks: number;
  readonly looksWithNews: number;
  /** Files that were new, were known under another name, or had other content in a known place. */
  readonly newFiles: number;
  readonly movedFiles: number;
  readonly replacedFiles: number;
  /** Files that were not read because they are copies of others, or grow to be. */
  readonly heldFiles: number;
  /** Sizes below what was read already: a share was behind the truth. */
  readonly staleSizes: number;
  /** Chunks, each read and committed as one, and how long that took altogether, in milliseconds. */
  readonly chunks: number;
  readonly chunkMs: number;
  /** How often sessions were folded anew because lines came late. */
  readonly refolds: number;
}

export const FOLLOW_COUNTS = [
  'looks',
  'looksWithNews',
  'newFiles',
  'movedFiles',
  'replacedFiles',
  'heldFiles',
  'staleSizes',
  'chunks',
  'chunkMs',
  'refolds',
] as const satisfies readonly (keyof FollowCounts)[];
