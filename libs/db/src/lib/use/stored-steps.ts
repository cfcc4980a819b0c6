import { DAY_MS, firstStepAt, readSteps, type DayBefore, type UseStepVisitor } from './day-steps';

/** The steps of a day, or of a part of it, as bytes. */
export interface StoredDay extends DayBefore {
  readonly steps: Uint8Array;
}

/**
 * The steps of a range, read from their bytes each time that they are asked for: as objects those of
 * a year would take a hundred times the memory.
 */
export class StoredSteps {
  /**
   * @param range half-open, UTC milliseconds.
   * @param inUse licences in use before the first of the days.
   */
  constructor(
    private readonly range: { readonly from: number; readonly to: number },
    private readonly inUse: number,
    private readonly days: readonly StoredDay[],
  ) {}

  /**
   * Tells the steps of the range in order. What is in use when it begins is the first one, a
   * millisecond before, and no grant; there is none where nothing is.
   */
  forEachStep(visit: UseStepVisitor): void {
    const { from, to } = this.range;
    let { inUse } = this;
    let isWithin = false;
    const begin = () => {
      isWithin = true;
      if (inUse !== 0) visit(from - 1, inUse, false);
    };
    for (const day of this.days) {
      // Nearly all days lie in the middle: what need not be looked at is told from the bytes at once.
      if (isWithin && day.from + DAY_MS <= to) {
        readSteps(day.steps, day, visit);
        continue;
      }
      readSteps(day.steps, day, (at, after, isGrant) => {
        if (at >= from && !isWithin) begin();
        if (isWithin && at < to) visit(at, after, isGrant);
        inUse = after;
      });
    }
    if (!isWithin) begin();
  }

  /**
   * What is in use at each of the instants, which are in order and within the range; a step at an
   * instant counts. Only the days of the instants are read from their bytes.
   */
  levelsAt(instants: readonly number[]): number[] {
    const levels: number[] = [];
    let { inUse } = this;
    const tellBefore = (at: number) => {
      for (let next; (next = instants[levels.length]) !== undefined && next < at;)
        levels.push(inUse);
    };
    this.days.forEach((day, index) => {
      tellBefore(firstStepAt(day));
      const next = this.days[index + 1];
      const end = next === undefined ? Infinity : firstStepAt(next);
      if ((instants[levels.length] ?? Infinity) < end) {
        readSteps(day.steps, day, (at, after) => {
          tellBefore(at);
          inUse = after;
        });
        tellBefore(end);
      }
      inUse = next?.inUse ?? inUse;
    });
    tellBefore(Infinity);
    return levels;
  }

  /** Whether nothing was in use, not even for a moment. */
  isEmpty(): boolean {
    // Each day has a step, and only the first and the last one may lie outside the range in part.
    if (this.days.length > 2) return false;
    let isEmpty = true;
    this.forEachStep(() => {
      isEmpty = false;
    });
    return isEmpty;
  }
}
