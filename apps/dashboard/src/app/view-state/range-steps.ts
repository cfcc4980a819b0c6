import type { EpochMs } from '@license-monitor/api-contract';

const MINUTE_MS = 60_000;
/** No range is shorter than this. */
const SHORTEST_MS = 10 * MINUTE_MS;
const LONGEST_MS = 10 * 366 * 24 * 60 * MINUTE_MS;

/** A range, half-open. */
export interface Range {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** What a step makes of a range. */
export type RangeStep = 'earlier' | 'later' | 'wider' | 'narrower';

const toMinutes = (ms: number): number => Math.round(ms / MINUTE_MS) * MINUTE_MS;

/**
 * Moves a range by half its length, or makes it twice or half as long around its middle. Nothing ends
 * after `now`; at the limits the range stays as it is.
 */
export function stepRange({ from, to }: Range, step: RangeStep, now: EpochMs): Range {
  const lengthMs = to - from;
  const end = Math.ceil(now / MINUTE_MS) * MINUTE_MS;
  switch (step) {
    case 'earlier':
    case 'later': {
      const shiftMs = toMinutes(lengthMs / 2) * (step === 'later' ? 1 : -1);
      const movedTo = Math.min(to + shiftMs, Math.max(end, to));
      return { from: Math.max(0, movedTo - lengthMs), to: movedTo };
    }
    case 'wider':
    case 'narrower': {
      const wanted = toMinutes(step === 'wider' ? lengthMs * 2 : lengthMs / 2);
      if (wanted < SHORTEST_MS || wanted > LONGEST_MS) return { from, to };
      const middle = from + lengthMs / 2;
      const newTo = Math.min(toMinutes(middle + wanted / 2), Math.max(end, to));
      return { from: Math.max(0, newTo - wanted), to: newTo };
    }
  }
}
