import type { EpochMs } from '@license-monitor/api-contract';
import { fromWallClock, toWallClock } from './zone';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A part of a range that lies within one day by the clock of a zone, half-open. */
export interface LocalDay {
  /** As YYYY-MM-DD. */
  readonly date: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
}

const dateOf = (at: EpochMs, zone: string): string => toWallClock(at, zone).slice(0, 10);
const dateAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** Cuts a range at the midnights of a zone; a day on which the clock changes is as long as it was. */
export function toLocalDays(from: EpochMs, to: EpochMs, zone: string): readonly LocalDay[] {
  const days: LocalDay[] = [];
  for (let start = from; start < to;) {
    const date = dateOf(start, zone);
    const midnight = fromWallClock(`${dateAfter(date)}T00:00`, zone) ?? to;
    // A zone that skips a whole day must not stop the walk.
    const end = Math.min(to, Math.max(midnight, start + 1));
    days.push({ date, from: start, to: end });
    start = end;
  }
  return days;
}
