import type { Bytes, Count, DurationMs, EpochMs, EventId } from './units';

/**
 * `waiting`: nothing to read yet. `catchingUp`: reading old lines. `ok`: following.
 * `degraded`: something is wrong, `problem` says what and how to mend it. `stopped`: no monitor
 * is running.
 */
export type MonitorStateDto = 'waiting' | 'catchingUp' | 'ok' | 'degraded' | 'stopped';

/** That the process answers, or that the stores can be read; what fails is a problem instead. */
export interface ProbeDto {
  /** Nothing else is ever told. */
  readonly status: 'ok';
}

/** How the licence servers' logs are being read. */
export interface HealthDto {
  /** When the answer was made. */
  readonly asOf: EpochMs;
  /** Whether the history holds simulated data. Every screen must say so. */
  readonly demo: boolean;
  /** Of each licence server. */
  readonly servers: readonly ServerHealthDto[];
  /** Id of the last event of the history; 0 while there is none. */
  readonly lastEventId: EventId;
  /** Version of License Monitor. */
  readonly version: string;
}

/** How the logs of one licence server are being read. */
export interface ServerHealthDto {
  /** Its name, as the settings give it. */
  readonly server: string;
  /** The failover cluster it is a member of; null where it stands alone. */
  readonly cluster: string | null;
  /** IANA zone in which its clock runs. */
  readonly timeZone: string;
  /** How its monitor is. */
  readonly state: MonitorStateDto;
  /** What is wrong and how to mend it; null when all is well. */
  readonly problem: string | null;
  /** When the monitor last reported; null when it never did. */
  readonly reportedAt: EpochMs | null;
  /** Directory of the logs, on the monitor's machine; empty while no monitor has reported. */
  readonly logDirectory: string;
  /** Which names the logs have; empty while no monitor has reported. */
  readonly logPattern: string;
  /** Instant of the last line read; null before the first one. */
  readonly lastLineAt: EpochMs | null;
  /** Of all known files together. */
  readonly bytesTotal: Bytes;
  /** How many of them were read. */
  readonly bytesRead: Bytes;
  /** Of all lines that were ever read, also from files that are gone. */
  readonly totals: LineTotalsDto;
  /** What following came to since the monitor started; null where it did not say. */
  readonly counts: FollowCountsDto | null;
  /** The files read last, up to 50 of all servers together. */
  readonly files: readonly LogFileHealthDto[];
}

/** Each line is exactly one of event, message, quarantined and duplicate. */
export interface LineTotalsDto {
  /** All lines. */
  readonly lines: Count;
  /** Lines that are events of the history. */
  readonly events: Count;
  /** Lines in which the server says something else. */
  readonly messages: Count;
  /** Lines that were not understood; they are kept with their bytes. */
  readonly quarantined: Count;
  /** Lines that were already in the history. */
  readonly duplicates: Count;
}

/** What following a licence server's logs came to since the monitor started. */
export interface FollowCountsDto {
  /** How often the directory was looked at. */
  readonly looks: Count;
  /** How often something had changed then. */
  readonly looksWithNews: Count;
  /** Files that were not known. */
  readonly newFiles: Count;
  /** Known files under another name, after a rotation. */
  readonly movedFiles: Count;
  /** Known names with other content, after a rotation. */
  readonly replacedFiles: Count;
  /** Copies of other files, which are not read. */
  readonly heldFiles: Count;
  /** Sizes below what was read already: a network share was behind the truth. */
  readonly staleSizes: Count;
  /** Chunks, each read and committed as one. */
  readonly chunks: Count;
  /** How long that took altogether. */
  readonly chunkMs: DurationMs;
  /** How often sessions were folded anew because lines came late. */
  readonly refolds: Count;
}

/** How one log file is being read. */
export interface LogFileHealthDto extends LineTotalsDto {
  /** Its name, without its directory. */
  readonly file: string;
  /** `gone`: the file is no longer there; what was read of it is kept. */
  readonly state: 'following' | 'gone';
  /** How much of it was read. */
  readonly bytesRead: Bytes;
  /** Instant of the last line read; null before the first one. */
  readonly lastLineAt: EpochMs | null;
}
