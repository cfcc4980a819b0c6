import type { CapacitySource, NewCapacityPool } from '@license-monitor/db';
import type { AdminErrorReason } from '@license-monitor/log-parser';

/** Why a source gave no answer; docs/errors.md says what to do about each. */
export type CapacityFailureReason =
  | AdminErrorReason
  /** Some rows of the answer cannot be read: what is left would be too little. */
  | 'rowsUnreadable'
  /** A licence is active, and its dates cannot be read. */
  | 'datesUnreadable'
  /** Licences are listed, and none of them is active. */
  | 'noActiveLicense'
  | 'fileUnreadable'
  | 'fileTooLarge'
  /** The file that is kept by hand has faults. */
  | 'fileInvalid'
  | 'toolFailed'
  | 'toolTimedOut';

/** All that a source says, at one instant. */
export interface CapacityAnswer {
  readonly type: 'report';
  readonly source: CapacitySource;
  readonly pools: readonly NewCapacityPool[];
  /** What lowers trust; null where nothing does. */
  readonly remark: string | null;
}

/** A source that gave no answer, or a part of one, which is as good as none. */
export interface NoCapacityAnswer {
  readonly type: 'failure';
  /** Null where the content does not even tell what it is. */
  readonly source: CapacitySource | null;
  readonly reason: CapacityFailureReason;
  readonly text: string;
}

export type CapacityReading = CapacityAnswer | NoCapacityAnswer;

export const noAnswer = (
  source: CapacitySource | null,
  reason: CapacityFailureReason,
  text: string,
): NoCapacityAnswer => ({ type: 'failure', source, reason, text });

/** Gives pools of one key different ones: one report may hold the same licence twice. */
export function withDistinctKeys(pools: readonly NewCapacityPool[]): NewCapacityPool[] {
  const counts = new Map<string, number>();
  return pools.map((pool) => {
    const count = (counts.get(pool.key) ?? 0) + 1;
    counts.set(pool.key, count);
    return count === 1 ? pool : { ...pool, key: `${pool.key}#${count}` };
  });
}
