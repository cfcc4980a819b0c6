import type { Step } from './concurrency';

/** How many licences the server itself said were in use. */
export interface UseSnapshot {
  /** UTC milliseconds. */
  readonly at: number;
  readonly inUse: number;
}

/** What the log and the server say of one instant. */
export interface SnapshotDifference {
  readonly at: number;
  readonly fromLog: number;
  readonly fromSnapshot: number;
  /** Above 0 where the log has more in use than the server says: an end is missing, for example. */
  readonly difference: number;
}

/**
 * The differences r_k = U_log(t_k) − U_snap(t_k) (features.md §2.1), which tell how good the figures
 * from the log are.
 *
 * @param steps U_log(t).
 * @param snapshots in any order; the differences come in the order of time.
 */
export function snapshotDifferences(
  steps: readonly Step[],
  snapshots: readonly UseSnapshot[],
): SnapshotDifference[] {
  let next = 0;
  let fromLog = 0;
  return [...snapshots]
    .sort((a, b) => a.at - b.at)
    .map(({ at, inUse }) => {
      for (let step; (step = steps[next]) !== undefined && step.at <= at; next++)
        fromLog = step.inUse;
      return { at, fromLog, fromSnapshot: inUse, difference: fromLog - inUse };
    });
}
