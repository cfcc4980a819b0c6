import type { Step } from './concurrency';
import type { Observed } from './span';
import { eachPiece } from './piece-walker';
import type { Steps } from './steps';

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
  use: Steps,
  capacity: readonly Step[],
  observed: Observed,
): Utilisation {
  const sum = { usedMs: 0, capacityMs: 0, fullMs: 0, overageMs: 0 };
  let [next, seats] = [0, 0];
  eachPiece(use, observed, (from, to, used) => {
    for (let since = from, until; since < to; since = until) {
      for (let step; (step = capacity[next]) !== undefined && step.at <= since; next++)
        seats = step.inUse;
      until = Math.min(to, capacity[next]?.at ?? Infinity);
      const ms = until - since;
      sum.usedMs += used * ms;
      sum.capacityMs += seats * ms;
      sum.overageMs += Math.max(0, used - seats) * ms;
      if (used >= seats) sum.fullMs += ms;
    }
  });
  return { ...sum, share: sum.capacityMs === 0 ? undefined : sum.usedMs / sum.capacityMs };
}
