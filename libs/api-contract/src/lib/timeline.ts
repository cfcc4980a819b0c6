import type { GapDto } from './coverage';
import type { OfRange } from './of-range';
import type { SessionEndDto } from './session';
import type { Count, EpochMs, EventId, LicenseMs } from './units';

/** What the lanes of a timeline stand for. */
export type TimelineGroupDto = 'user' | 'host' | 'product';

/** One bar: a session, or several that are too short and too near to be told apart. */
export interface TimelineBarDto {
  /** Id of the session, or of the first of several. */
  readonly id: EventId;
  /** How many sessions the bar stands for. */
  readonly sessions: Count;
  /** Product code. */
  readonly product: string;
  /** Who held it. */
  readonly user: string;
  /** On which machine. */
  readonly host: string;
  /** Start of the session, or of the first of several. */
  readonly startedAt: EpochMs;
  /** Null while open. */
  readonly endedAt: EpochMs | null;
  /** What ended the session, or the first of several; null while it is open. */
  readonly closedBy: SessionEndDto | null;
}

/** The bars of one user, host or product. */
export interface TimelineLaneDto {
  /** The user, host or product code. */
  readonly key: string;
  /** Σ quantity × length within the range; lanes come by it, the greatest first. */
  readonly sessionMs: LicenseMs;
  /** In order of their starts. */
  readonly bars: readonly TimelineBarDto[];
}

/** Who sat on seats within a range. */
export interface TimelineDto extends OfRange {
  /** What the lanes stand for. */
  readonly group: TimelineGroupDto;
  /** Up to 100 of them, behind those that were skipped. */
  readonly lanes: readonly TimelineLaneDto[];
  /** How many lanes there are in all. */
  readonly laneCount: Count;
  /** Times for which nothing is known of any of the servers. */
  readonly gaps: readonly GapDto[];
}
