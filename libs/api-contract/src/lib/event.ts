import type { Page } from './page';
import type { Bytes, EpochMs, EventId, Licenses } from './units';

/** What happened; a `sweep` is no line of the log: we ended sessions that the log never ends. */
export type EventTypeDto =
  | 'grant'
  | 'detachment'
  | 'timeout'
  | 'denial'
  | 'serverStart'
  | 'serverStop'
  | 'suspend'
  | 'resume'
  | 'sweep';

/**
 * Why the instant is not simply the log's wall clock in the server's zone: `foldFirst` and
 * `foldSecond` lie in the hour that repeats in autumn, `skipped` in the one missing in spring,
 * `clockStep` follows a backward step of the server's clock.
 */
export type TimeFlagDto = 'foldFirst' | 'foldSecond' | 'skipped' | 'clockStep';

/** One row of the append-only history. */
export interface EventDto {
  /** Its id, which resumes the stream behind it. */
  readonly id: EventId;
  /** What happened. */
  readonly type: EventTypeDto;
  /** When it happened. */
  readonly at: EpochMs;
  /** Why the instant is not simply the log's wall clock; null where it is. */
  readonly timeFlag: TimeFlagDto | null;
  /** The licence server, or the failover cluster. */
  readonly server: string;
  /** Product code, for example `MD2`; null where it concerns none. */
  readonly product: string | null;
  /** Publisher of the product; null when the log did not say. */
  readonly editor: string | null;
  /** Who asked for, held or gave back; null where it concerns nobody, or the log did not say. */
  readonly user: string | null;
  /** On which machine; null where it concerns none, or the log did not say. */
  readonly host: string | null;
  /** How many were granted or given back; null where it concerns none. */
  readonly quantity: Licenses | null;
  /** The log's own words: the reason of a denial, the rule of a sweep; null where there are none. */
  readonly reason: string | null;
  /** Where the line stands: file name and byte offset; null for a sweep, which has no line. */
  readonly source: EventSourceDto | null;
}

/** Where a line of the log stands. */
export interface EventSourceDto {
  /** Name of the file, without its directory. */
  readonly file: string;
  /** Its first byte, counted from the file's beginning. */
  readonly byteOffset: Bytes;
}

/** One page of the history, the event read last first. */
export type EventPageDto = Page<EventDto>;
