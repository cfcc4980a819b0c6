/** What following a licence server's logs is counted by, since the monitor started. */
export const FOLLOW_COUNTS = [
  // How often the directory was looked at, and how often something had changed.
  'looks',
  'looksWithNews',
  // Files that were new, were known under another name, or had other content in a known place.
  'newFiles',
  'movedFiles',
  'replacedFiles',
  // Files that were not read because they are copies of others, or grow to be.
  'heldFiles',
  // Sizes below what was read already: a share was behind the truth.
  'staleSizes',
  // Chunks, each read and committed as one, and how long that took altogether, in milliseconds.
  'chunks',
  'chunkMs',
  // How often sessions were folded anew because lines came late.
  'refolds',
] as const;

export type FollowCount = (typeof FOLLOW_COUNTS)[number];

export type FollowCounts = Readonly<Record<FollowCount, number>>;
