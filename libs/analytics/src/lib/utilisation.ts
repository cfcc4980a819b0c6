import type { Step } from './concurrency';
import type { Observed } from './span';
import { piecesOf } from './step-function';

/** What was in use of what there was, over the time for which both are known. */
export interface Utilisation {
  /** ∫ U dt, licence-milliseconds. */
  readonly usedMs: number;
  /** ∫ C dt, licence-milliseconds. */
  readonly capacityMs: number;
  /** ∫U / ∫C, from 0; above 1 where more was in use than there was. Undefined without capacity. */
  readonly share: number | undefined;
  /** |{t: U(t) ≥ C(t)}|: how long the pool was full, in milliseconds (features.md §2.4). */
  readonly fullMs: number;
  /** ∫ max(0, U − C) dt, licence-milliseconds over capacity (features.md §2.5). */
  readonly overageMs: number;
}

/**
 * Utilisation as a time-average of capacity (features.md §2.3).
 *
 * @param use U(t), as `concurrencySteps` gives it.
 * @param capacity C(t), in the same form.
 * @param observed the times for which use and capacity are both known.
 */
export function utilisation(
  use: readonly Step[],
  capacity: readonly Step[],
  observed: Observed,
): Utilisation {
  const sum = { usedMs: 0, capacityMs: 0, fullMs: 0, overageMs: 0 };
  for (const { from, to, value: seats } of piecesOf(capacity, observed)) {
    sum.capacityMs += seats * (to - from);
  }
  // Pieces of use within pieces of capacity: both are in order, so one pass over each is enough.
  const ofCapacity = [...piecesOf(capacity, observed)];
  const ofUse = [...piecesOf(use, observed)];
  for (let i = 0, j = 0; i < ofCapacity.length && j < ofUse.length;) {
    const [seats, used] = [ofCapacity[i], ofUse[j]];
    if (seats === undefined || used === undefined) break;
    const ms = Math.min(seats.to, used.to) - Math.max(seats.from, used.from);
    sum.usedMs += used.value * ms;
    sum.overageMs += Math.max(0, used.value - seats.value) * ms;
    if (used.value >= seats.value) sum.fullMs += ms;
    if (seats.to <= used.to) i++;
    if (used.to <= seats.to) j++;
  }
  return { ...sum, share: sum.capacityMs === 0 ? undefined : sum.usedMs / sum.capacityMs };
}
