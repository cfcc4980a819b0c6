/** A UTC day in milliseconds. */
export const DAY_MS = 86_400_000;

/** What the steps of a day follow on. */
export interface DayBefore {
  /** When the day begins, UTC milliseconds. */
  readonly from: number;
  /** Licences in use when it begins. */
  readonly inUse: number;
}

const LOW_WIDTH = 7;
const LOW_BITS = 0x80;
const LOW_MASK = 0x7f;

/**
 * Appends one step to the bytes of its day: how long after the step before it, in milliseconds, then
 * twice the change in licences, zigzag, plus 1 for a grant; both in groups of seven bits, the lowest
 * first. A step takes about four bytes; both numbers stay below 2³¹.
 */
export function appendStep(
  bytes: number[],
  { afterMs, change, isGrant }: { afterMs: number; change: number; isGrant: boolean },
): void {
  const zigzag = change < 0 ? -2 * change - 1 : 2 * change;
  appendNumber(bytes, afterMs);
  appendNumber(bytes, 2 * zigzag + (isGrant ? 1 : 0));
}

function appendNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= LOW_BITS; rest = Math.floor(rest / LOW_BITS)) {
    bytes.push((rest % LOW_BITS) + LOW_BITS);
  }
  bytes.push(rest);
}

/**
 * Takes one step: from `at` on, UTC milliseconds, `inUse` licences of a pool are in use, until the next
 * one. A grant made it, or else an end; it need not change how many are in use.
 */
export type UseStepVisitor = (at: number, inUse: number, isGrant: boolean) => void;

/** When the first step of a day was, UTC milliseconds. */
export function firstStepAt({
  from,
  steps,
}: {
  readonly from: number;
  readonly steps: Uint8Array;
}): number {
  let [afterMs, shift, position] = [0, 0, 0];
  for (let byte = LOW_BITS; byte >= LOW_BITS; shift += LOW_WIDTH) {
    byte = steps[position++] ?? 0;
    afterMs |= (byte & LOW_MASK) << shift;
  }
  return from + afterMs;
}

/** Tells the steps of a day, as `appendStep` wrote them. */
export function readSteps(bytes: Uint8Array, before: DayBefore, visit: UseStepVisitor): void {
  let { from: at, inUse } = before;
  for (let position = 0; position < bytes.length;) {
    let byte = bytes[position++] ?? 0;
    let afterMs = byte & LOW_MASK;
    for (let shift = LOW_WIDTH; byte >= LOW_BITS; shift += LOW_WIDTH) {
      byte = bytes[position++] ?? 0;
      afterMs |= (byte & LOW_MASK) << shift;
    }
    byte = bytes[position++] ?? 0;
    let code = byte & LOW_MASK;
    for (let shift = LOW_WIDTH; byte >= LOW_BITS; shift += LOW_WIDTH) {
      byte = bytes[position++] ?? 0;
      code |= (byte & LOW_MASK) << shift;
    }
    at += afterMs;
    const zigzag = code >> 1;
    inUse += (zigzag >> 1) ^ -(zigzag & 1);
    visit(at, inUse, (code & 1) === 1);
  }
}
