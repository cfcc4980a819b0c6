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
  readonly files: readonly LogFileHealthDto[];
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
