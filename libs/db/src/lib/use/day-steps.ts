/** A UTC day in milliseconds. */
export const DAY_MS = 86_400_000;

/** From `at` on, UTC milliseconds, `inUse` licences of a pool are in use, until the next step. */
export interface UseStep {
  readonly at: number;
  readonly inUse: number;
  /** Whether a grant made the step; else an end did. A step need not change how many are in use. */
  readonly isGrant: boolean;
}

/** What the steps of a day follow on. */
export interface DayBefore {
  /** When the day begins, UTC milliseconds. */
  readonly from: number;
  /** Licences in use when it begins. */
  readonly inUse: number;
}

const LOW_BITS = 0x80;

/**
 * Appends one step to the bytes of its day: how long after the step before it, in milliseconds, then
 * twice the change in licences, zigzag, plus 1 for a grant; both in groups of seven bits, the lowest
 * first. A step takes about four bytes.
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

/** Reads the steps of a day, as `appendStep` wrote them, and adds them to `steps`. */
export function readSteps(bytes: Uint8Array, before: DayBefore, steps: UseStep[]): void {
  let { from: at, inUse } = before;
  let position = 0;
  const next = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= LOW_BITS) {
      const byte = bytes[position++] ?? 0;
      if (byte < LOW_BITS) return value + byte * unit;
      value += (byte - LOW_BITS) * unit;
    }
  };
  while (position < bytes.length) {
    at += next();
    const code = next();
    const zigzag = code >> 1;
    inUse += zigzag & 1 ? -(zigzag + 1) / 2 : zigzag / 2;
    steps.push({ at, inUse, isGrant: (code & 1) === 1 });
  }
}
