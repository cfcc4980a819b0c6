import type { Step } from './concurrency';

/** Takes one step: its instant, UTC milliseconds, and the licences in use from then on. */
export type StepVisitor = (at: number, inUse: number, isGrant: boolean) => void;

/** Steps that are told one by one, as the history of a year is too long to be held as objects. */
export interface StepSource {
  /** Tells all steps in order; it can be asked for again. */
  forEachStep(visit: StepVisitor): void;
  /** What is in use at each of the instants, which are in order; a step at an instant counts. */
  levelsAt(instants: readonly number[]): readonly number[];
}

/** U(t), as an array or as a source. */
export type Steps = StepSource | readonly (Step & { readonly isGrant?: boolean })[];

/** Tells each step in order. */
export function eachStep(steps: Steps, visit: StepVisitor): void {
  if ('forEachStep' in steps) steps.forEachStep(visit);
  else for (const { at, inUse, isGrant } of steps) visit(at, inUse, isGrant === true);
}

/** The steps as an array. */
export function toSteps(steps: Steps): readonly Step[] {
  if (!('forEachStep' in steps)) return steps;
  const all: Step[] = [];
  steps.forEachStep((at, inUse) => all.push({ at, inUse }));
  return all;
}

/** U(t) at each of the instants, which are in order; a step at an instant counts. */
export function levelsAt(steps: Steps, instants: readonly number[]): readonly number[] {
  if ('forEachStep' in steps) return steps.levelsAt(instants);
  let [next, inUse] = [0, 0];
  return instants.map((instant) => {
    for (let step; (step = steps[next]) !== undefined && step.at <= instant; next++)
      inUse = step.inUse;
    return inUse;
  });
}
