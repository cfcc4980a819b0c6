import type { DurationMs, EpochMs } from '@license-monitor/api-contract';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How far one step goes. */
export interface TimeStep {
  readonly name: string;
  readonly lengthMs: DurationMs;
}

/** All lengths of a step, in the order they are offered. */
export const timeSteps: readonly TimeStep[] = [
  { name: $localize`:Length of a step|:1 minute`, lengthMs: MINUTE_MS },
  { name: $localize`:Length of a step|:15 minutes`, lengthMs: 15 * MINUTE_MS },
  { name: $localize`:Length of a step|:1 hour`, lengthMs: HOUR_MS },
  { name: $localize`:Length of a step|:24 hours`, lengthMs: 24 * HOUR_MS },
];

/** Goes a step back; from now (null) to a whole minute. Nothing lies before 1970. */
export function stepBack(at: EpochMs | null, lengthMs: DurationMs, now: EpochMs): EpochMs {
  const start = at ?? Math.floor(now / MINUTE_MS) * MINUTE_MS;
  return Math.max(0, Math.min(start, now) - lengthMs);
}

/** Goes a step forward; null, which is now, where the step reaches the present minute. */
export function stepForward(
  at: EpochMs | null,
  lengthMs: DurationMs,
  now: EpochMs,
): EpochMs | null {
  return at === null || at + lengthMs > now - MINUTE_MS ? null : at + lengthMs;
}
