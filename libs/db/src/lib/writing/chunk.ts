import type { ClockState, DenialReason, LicenseModel, TimeFlag } from '@license-monitor/log-parser';
import type { EventType } from '../codes';

/** Where a line stands and when it was written. */
export interface LinePlace {
  readonly byteOffset: number;
  readonly byteLength: number;
  /** The log's stamp read as if it were UTC. */
  readonly wallAt: number;
  /** UTC milliseconds. */
  readonly at: number;
  /** First 48 bits of the SHA-256 of the line's bytes. */
  readonly lineHash: number;
  /** 1 for a line, 2 for an equal one in the same millisecond of the same file, and so on. */
  readonly occurrence: number;
}

/** An event to be appended; its names are already numbers. */
export interface NewEvent extends LinePlace {
  readonly type: Exclude<EventType, 'sweep'>;
  readonly timeFlag: TimeFlag | null;
  readonly productId: number | null;
  readonly userId: number | null;
  readonly hostId: number | null;
  readonly clientId: number | null;
  readonly sessionId: string | null;
  readonly model: LicenseModel | null;
  readonly quantity: number | null;
  readonly termsId: number | null;
  readonly internalId: number | null;
  readonly programId: number | null;
  readonly processId: number | null;
  readonly reason: DenialReason | null;
  readonly textId: number | null;
  readonly faults: number;
}

export interface NewMessage extends LinePlace {
  readonly level: string | null;
  readonly category: string | null;
  readonly text: string;
}

export interface NewQuarantine {
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly reason: string;
  /** The first bytes of the line, at most 1 KiB. */
  readonly bytes: Uint8Array;
}

/** Who a file is: device and inode as a hint, its first bytes as the proof. */
export interface StreamIdentity {
  readonly path: string;
  readonly dev: string;
  readonly ino: string;
  readonly head: Uint8Array;
}

export type StreamState = 'live' | 'gone' | 'superseded';

/** A stream as it is stored. */
export interface LogStream extends StreamIdentity {
  readonly id: number;
  readonly serverId: number;
  readonly anchor: Uint8Array;
  readonly byteOffset: number;
  readonly state: StreamState;
  readonly clock: Readonly<ClockState>;
  readonly lastLineAt: number | null;
}

/**
 * How lines come: as they are written; from before the monitor started; or from files that somebody
 * imports.
 */
export type Arrival = 'live' | 'backlog' | 'import';

/** What one read of a stream brought: committed whole or not at all. */
export interface Chunk {
  readonly serverId: number;
  /** The stream as it was before; id 0 for one that is not stored yet. */
  readonly stream: LogStream;
  /** The stream's new end, always behind a whole line, and what is known there. */
  readonly byteOffset: number;
  readonly head: Uint8Array;
  readonly anchor: Uint8Array;
  readonly clock: Readonly<ClockState>;
  /** Instants of the first line of this chunk, and of the last one of the stream. */
  readonly firstLineAt: number | null;
  readonly lastLineAt: number | null;
  readonly arrival: Arrival;
  readonly lines: number;
  readonly events: readonly NewEvent[];
  readonly messages: readonly NewMessage[];
  readonly quarantined: readonly NewQuarantine[];
  /** When the bytes were read, UTC milliseconds. */
  readonly seenAt: number;
}
