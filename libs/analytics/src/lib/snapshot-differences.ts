import { levelsAt, type Steps } from './steps';

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
  steps: Steps,
  snapshots: readonly UseSnapshot[],
): SnapshotDifference[] {
  const inOrder = [...snapshots].sort((a, b) => a.at - b.at);
  const levels = levelsAt(
    steps,
    inOrder.map(({ at }) => at),
  );
  return inOrder.map(({ at, inUse }, index) => {
    const fromLog = levels[index] ?? 0;
    return { at, fromLog, fromSnapshot: inUse, difference: fromLog - inUse };
  });
}
