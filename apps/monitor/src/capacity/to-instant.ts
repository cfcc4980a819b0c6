import { resolveInstant, startOfClock, type ZoneOffsets } from '@license-monitor/log-parser';

/**
 * The instant of a wall clock in its zone; the first of two where the hour repeats.
 *
 * @param wallAt the clock read as if it were UTC, in milliseconds.
 */
export const toInstant = (zone: ZoneOffsets, wallAt: number): number =>
  resolveInstant(zone, startOfClock(), wallAt).at;
