import type { Step } from './concurrency';
import type { Observed } from './span';

/** A time during which a step function has one value. */
export interface Piece {
  /** UTC milliseconds, half-open. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * The pieces of a step function within the observed times, in order; each of some length. Before its
 * first step the function is 0.
 */
export function* piecesOf(steps: readonly Step[], observed: Observed): Generator<Piece> {
  let next = 0;
  let value = 0;
  for (const { from, to } of observed) {
    let since = from;
    for (let step; (step = steps[next]) !== undefined && step.at < to; next++) {
      if (step.at > since) {
        yield { from: since, to: step.at, value };
        since = step.at;
      }
      value = step.inUse;
    }
    if (to > since) yield { from: since, to, value };
  }
}

/** A time during which two step functions have one value each. */
export interface PieceOfBoth {
  /** UTC milliseconds, half-open. */
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly second: number;
}

/** The pieces of two step functions within the observed times, in one pass over each. */
export function* piecesOfBoth(
  first: readonly Step[],
  second: readonly Step[],
  observed: Observed,
): Generator<PieceOfBoth> {
  const ofFirst = [...piecesOf(first, observed)];
  const ofSecond = [...piecesOf(second, observed)];
  // Both cover the same times in order, so the earlier end says where to go on.
  let [i, j] = [0, 0];
  for (let one, two; (one = ofFirst[i]) !== undefined && (two = ofSecond[j]) !== undefined;) {
    const [from, to] = [Math.max(one.from, two.from), Math.min(one.to, two.to)];
    yield { from, to, first: one.value, second: two.value };
    if (one.to === to) i++;
    if (two.to === to) j++;
  }
}

/**
 * The sum of step functions: the use of a pool that several servers hold. Peaks do not add up, so
 * add the functions and look for the peak of the sum (features.md §2.2).
 */
export function sumSteps(functions: readonly (readonly Step[])[]): Step[] {
  const changes = functions.flatMap((steps) =>
    steps.map(({ at, inUse }, index) => ({ at, by: inUse - (steps[index - 1]?.inUse ?? 0) })),
  );
  // Functions say nothing of the order of each other's changes within an instant: take it as one.
  const sums: { at: number; inUse: number }[] = [];
  let inUse = 0;
  for (const { at, by } of changes.sort((a, b) => a.at - b.at)) {
    inUse += by;
    const last = sums.at(-1);
    if (last?.at === at) last.inUse = inUse;
    else sums.push({ at, inUse });
  }
  return sums;
}
