import type { FollowCounters } from './follow-counters';
import type { LogListing } from './list-log-files';

/** What is followed, and how. */
export interface FollowOptions {
  readonly serverId: number;
  /** The files to look at, with what `stat` says of them. */
  readonly listFiles: () => Promise<LogListing>;
  /** Whether files are looked at once: then none is kept open, and none that is missing is gone. */
  readonly isImport: boolean;
  /** Whether files that are there at the very first start are read, or only what follows them. */
  readonly start: 'beginning' | 'end';
  /**
   * Whether the files lie on a network share: sizes may be stale there, a proof may fail for a
   * moment, and a file that is kept open may hinder its owner.
   */
  readonly isShare: boolean;
  /** A clock in milliseconds, of which only differences count. */
  readonly now: () => number;
  readonly counters: FollowCounters;
}

/** How long a file that was renamed or deleted is read on, and a half line waited for. */
export const ROTATE_WAIT_MS = 60_000;
/** How often every file is opened and proven again, whatever `stat` says. */
export const PROVE_AGAIN_MS = 60_000;
/** How long a proof must fail on a share before it counts. */
export const SHARE_DOUBT_MS = 2_000;
/** After so many chunks of one server it is the turn of the next. */
export const CHUNKS_PER_TURN = 64;

/** Bytes of all log files that are there, and how many of them were read. */
export interface ByteTotals {
  readonly files: number;
  readonly bytesTotal: number;
  readonly bytesRead: number;
}
