import type { EpochMs } from './page';

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
  readonly id: number;
  readonly type: EventTypeDto;
  readonly at: EpochMs;
  readonly timeFlag: TimeFlagDto | null;
  readonly server: string;
  readonly product: string | null;
  readonly editor: string | null;
  readonly user: string | null;
  readonly host: string | null;
  readonly quantity: number | null;
  /** The log's own words: the reason of a denial, the rule of a sweep. */
  readonly reason: string | null;
  /** Where the line stands: file name and byte offset; null for a sweep, which has no line. */
  readonly source: EventSourceDto | null;
}

export interface EventSourceDto {
  readonly file: string;
  readonly byteOffset: number;
}
