import type { EpochMs } from './page';

/**
 * `waiting`: nothing to read yet. `catchingUp`: reading old lines. `ok`: following.
 * `degraded`: something is wrong, `problem` says what and how to mend it. `stopped`: no monitor
 * is running.
 */
export type MonitorStateDto = 'waiting' | 'catchingUp' | 'ok' | 'degraded' | 'stopped';

export interface HealthDto {
  readonly asOf: EpochMs;
  /** Whether the history holds simulated data. Every screen must say so. */
  readonly demo: boolean;
  readonly servers: readonly ServerHealthDto[];
  readonly lastEventId: number;
  readonly version: string;
}

export interface ServerHealthDto {
  readonly server: string;
  /** The failover cluster it is a member of; null where it stands alone. */
  readonly cluster: string | null;
  readonly timeZone: string;
  readonly state: MonitorStateDto;
  /** What is wrong and how to mend it; null when all is well. */
  readonly problem: string | null;
  /** When the monitor last reported; null when it never did. */
  readonly reportedAt: EpochMs | null;
  readonly logDirectory: string;
  readonly logPattern: string;
  /** Instant of the last line read. */
  readonly lastLineAt: EpochMs | null;
  /** Bytes of all known files, and how many of them were read. */
  readonly bytesTotal: number;
  readonly bytesRead: number;
  /** Of all lines that were ever read, also from files that are gone. */
  readonly totals: LineTotalsDto;
  /** What following came to since the monitor started; null where it did not say. */
  readonly counts: FollowCountsDto | null;
  readonly files: readonly LogFileHealthDto[];
}

/** Each line is exactly one of event, message, quarantined and duplicate. */
export interface LineTotalsDto {
  readonly lines: number;
  readonly events: number;
  readonly messages: number;
  readonly quarantined: number;
  readonly duplicates: number;
}

export interface FollowCountsDto {
  /** How often the directory was looked at, and how often something had changed. */
  readonly looks: number;
  readonly looksWithNews: number;
  readonly newFiles: number;
  /** Known files under another name, after a rotation. */
  readonly movedFiles: number;
  /** Known names with other content, after a rotation. */
  readonly replacedFiles: number;
  /** Copies of other files, which are not read. */
  readonly heldFiles: number;
  /** Sizes below what was read already: a network share was behind the truth. */
  readonly staleSizes: number;
  /** Chunks, each read and committed as one, and how long that took altogether, in milliseconds. */
  readonly chunks: number;
  readonly chunkMs: number;
  /** How often sessions were folded anew because lines came late. */
  readonly refolds: number;
}

export interface LogFileHealthDto {
  readonly file: string;
  /** `gone`: the file is no longer there; what was read of it is kept. */
  readonly state: 'following' | 'gone';
  readonly bytesRead: number;
  readonly lastLineAt: EpochMs | null;
  readonly lines: number;
  readonly events: number;
  readonly messages: number;
  /** Lines that were not understood; they are kept with their bytes. */
  readonly quarantined: number;
  /** Lines that were already in the history. */
  readonly duplicates: number;
}
