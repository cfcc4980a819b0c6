import type { GapDto } from './coverage';
import type { EpochMs } from './page';
import type { SessionEndDto } from './session';

/** What the lanes of a timeline stand for. */
export type TimelineGroupDto = 'user' | 'host' | 'product';

/** One bar: a session, or several that are too short and too near to be told apart. */
export interface TimelineBarDto {
  /** Id of the session, or of the first of several. */
  readonly id: number;
  /** How many sessions the bar stands for. */
  readonly sessions: number;
  readonly product: string;
  readonly user: string;
  readonly host: string;
  readonly startedAt: EpochMs;
  /** Null while open. */
  readonly endedAt: EpochMs | null;
  readonly closedBy: SessionEndDto | null;
}

export interface TimelineLaneDto {
  /** The user, host or product code. */
  readonly key: string;
  /** Σ quantity × length within the range; lanes come by it, the greatest first. */
  readonly sessionMs: number;
  readonly bars: readonly TimelineBarDto[];
}

export interface TimelineDto {
  readonly asOf: EpochMs;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly group: TimelineGroupDto;
  readonly lanes: readonly TimelineLaneDto[];
  /** How many lanes there are in all. */
  readonly laneCount: number;
  /** Times for which nothing is known of any of the servers. */
  readonly gaps: readonly GapDto[];
}
