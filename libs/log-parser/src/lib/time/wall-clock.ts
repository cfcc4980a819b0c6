import type { WallMs } from '../lines/parsed-line.js';
import type { ZoneOffsets } from './zone-offsets.js';

/**
 * Why an instant is not simply the wall clock in its zone: the first or second pass of the hour
 * that repeats in autumn, an hour that spring skips, a clock that was set back.
 */
export type TimeFlag = 'foldFirst' | 'foldSecond' | 'skipped' | 'clockStep';

/** What must be remembered from line to line to resolve the repeated hour. */
export interface ClockState {
  lastWallAt: WallMs | null;
  isSecondPass: boolean;
}

/** The state before the first line of a server. */
export const startOfClock = (): ClockState => ({ lastWallAt: null, isSecondPass: false });

/** A step back inside the repeated hour means its second pass: lines are written in order. */
const SECOND_PASS_STEP_MS = 60_000;
/** Threads write a few milliseconds out of order; a longer step back is the clock's. */
const CLOCK_STEP_MS = 2_000;

export interface Instant {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  readonly flag: TimeFlag | null;
}

/**
 * Turns a line's wall clock into an instant and moves `state` on, so lines must be passed in the
 * order of the log.
 *
 * In the hour that repeats in autumn the first pass is assumed until the clock steps back; from
 * then on it is the second. Readings that spring skips are taken on the old offset and flagged.
 */
export function resolveInstant(zone: ZoneOffsets, state: ClockState, wallAt: WallMs): Instant {
  const reading = zone.readWall(wallAt);
  const stepBackMs = state.lastWallAt === null ? 0 : state.lastWallAt - wallAt;
  state.lastWallAt = wallAt;
  if (reading.kind === 'ambiguous') {
    if (stepBackMs >= SECOND_PASS_STEP_MS) state.isSecondPass = true;
    return state.isSecondPass
      ? { at: wallAt - reading.laterOffsetMs, flag: 'foldSecond' }
      : { at: wallAt - reading.earlierOffsetMs, flag: 'foldFirst' };
  }
  state.isSecondPass = false;
  const at = wallAt - reading.earlierOffsetMs;
  if (reading.kind === 'skipped') return { at, flag: 'skipped' };
  return { at, flag: stepBackMs > CLOCK_STEP_MS ? 'clockStep' : null };
}
