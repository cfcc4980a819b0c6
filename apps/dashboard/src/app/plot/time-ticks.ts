import type { EpochMs } from '@license-monitor/api-contract';
import { fromWallClock, toWallClock } from '../view-state/zone';
import { locale } from '../wording/locale';
import { firstWeekday } from '../wording/week';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Distances of ticks that people read at a glance. */
const steps = [
  ...[1, 5, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 28, 56, 112, 364].map((days) => days * DAY_MS),
];
/** The first day of a week, so that ticks a week apart are first days; 1 January 2024 was a Monday. */
const FIRST_DAY = Date.UTC(2024, 0, firstWeekday(locale));

/**
 * Instants along a range at round wall clocks of a zone, at most `most` of them. A day on which the
 * clock changes moves no tick off its hour.
 */
export function toTimeTicks(
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
  zone: string,
  most: number,
): readonly EpochMs[] {
  const step = steps.find((one) => (to - from) / one <= most) ?? Math.ceil((to - from) / most);
  // By the wall clock as if it were UTC: there, days are all as long.
  const wallOf = (at: EpochMs) => Date.parse(`${toWallClock(at, zone)}Z`);
  const ticks: EpochMs[] = [];
  const first = FIRST_DAY + Math.ceil((wallOf(from) - FIRST_DAY) / step) * step;
  for (let wall = first; wall <= wallOf(to); wall += step) {
    const at = fromWallClock(new Date(wall).toISOString().slice(0, 19), zone);
    if (at !== null && at >= from && at <= to && at !== ticks.at(-1)) ticks.push(at);
  }
  return ticks;
}
