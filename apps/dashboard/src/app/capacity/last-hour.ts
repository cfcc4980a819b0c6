import type { EpochMs } from '@license-monitor/api-contract';
import { fromWallClock, toWallClock } from '../view-state/zone';

const HOUR_MS = 60 * 60_000;
const WEEK_HOURS = 7 * 24;
/** The first of January 1970 was a Thursday: so many hours after Monday's first. */
const THURSDAY_HOURS = 3 * 24;

/** A time, half-open. */
interface Span {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Hours since 1970 that a clock on the wall would have counted. */
const toWallHour = (at: EpochMs, zone: string): number =>
  Math.floor(Date.parse(`${toWallClock(at, zone)}Z`) / HOUR_MS);

const fromWallHour = (hour: number, zone: string): EpochMs =>
  fromWallClock(new Date(hour * HOUR_MS).toISOString().slice(0, 16), zone) ?? 0;

/**
 * Finds when an hour of the week was last within a range, by the clock of a zone; null where it was
 * not. The hour that autumn repeats is found twice as long, the one that spring skips a week earlier.
 *
 * @param hourOfWeek `weekday` 1 is Monday, `hour` is 0 to 23.
 */
export function findLastHour(
  { weekday, hour }: { readonly weekday: number; readonly hour: number },
  range: Span,
  zone: string,
): Span | null {
  const end = toWallHour(range.to - 1, zone);
  const wanted = (weekday - 1) * 24 + hour;
  const hoursAgo = (((end + THURSDAY_HOURS - wanted) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS;
  for (const latest of [end - hoursAgo, end - hoursAgo - WEEK_HOURS]) {
    const found = { from: fromWallHour(latest, zone), to: fromWallHour(latest + 1, zone) };
    if (found.from < found.to) return found.to <= range.from ? null : found;
  }
  return null;
}
