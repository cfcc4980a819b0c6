import { LevelSums } from './level-sums';
import { timePercentile } from './load-duration';
import { eachPiece } from './piece-walker';
import type { Observed } from './span';
import type { Steps } from './steps';

/** What was in use in one hour of the week, over all weeks of the range (features.md §2.10). */
export interface HourOfWeek {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23, by the clock of the zone. */
  readonly hour: number;
  /** How long the hour was observed in all weeks; 0 where it is not known. */
  readonly observedMs: number;
  /** Weighted by time; undefined where nothing was observed. */
  readonly mean: number | undefined;
  readonly peak: number | undefined;
  /** So many licences were enough for 95 % of the observed time of the hour. */
  readonly q95: number | undefined;
}

const HOURS = 24;
const WEEKDAYS = 7;
/** Offsets of zones are whole quarters of an hour, and so are their changes. */
const QUARTER_MS = 15 * 60_000;

/**
 * The 168 hours of the week in a zone, Monday's first. The hour that autumn repeats counts twice for
 * as long as it lasted, the one that spring skips not at all.
 *
 * @throws RangeError when the zone is not known.
 */
export function hoursOfWeek(steps: Steps, observed: Observed, zone: string): HourOfWeek[] {
  const cells = Array.from({ length: WEEKDAYS * HOURS }, () => ({
    ms: 0,
    licenseMs: 0,
    peak: 0,
    msAtLevel: new LevelSums(),
  }));
  const indexOf = hourOfWeekOf(zone);
  eachPiece(steps, observed, (from, to, value) => {
    for (let at = from; at < to;) {
      const end = Math.min(to, (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS);
      const cell = cells[indexOf(at)];
      if (cell !== undefined) {
        cell.ms += end - at;
        cell.licenseMs += value * (end - at);
        cell.peak = Math.max(cell.peak, value);
        cell.msAtLevel.add(value, end - at);
      }
      at = end;
    }
  });
  return cells.map(({ ms, licenseMs, peak, msAtLevel }, index) => ({
    weekday: Math.floor(index / HOURS) + 1,
    hour: index % HOURS,
    observedMs: ms,
    mean: ms === 0 ? undefined : licenseMs / ms,
    peak: ms === 0 ? undefined : peak,
    q95: timePercentile(msAtLevel.toMap(), 0.95),
  }));
}

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** 1970 began on a Thursday, three days after Monday. */
const FIRST_WEEKDAY = 3;

/**
 * Tells the number of the hour of the week in which an instant lies, from 0 to 167, Monday's first.
 *
 * @throws RangeError when the zone is not known.
 */
export function hourOfWeekOf(zone: string): (at: number) => number {
  const offsetAt = quarterOffsets(zone);
  const known = new Map<number, number | undefined>();
  // A zone's table is asked once for a day: its offset is the same all day, but on days of a change.
  const offsetOf = (day: number): number | undefined => {
    if (!known.has(day)) {
      const [first, last] = [offsetAt(day * DAY_MS), offsetAt((day + 1) * DAY_MS)];
      known.set(day, first === last ? first : undefined);
    }
    return known.get(day);
  };
  return (at) => {
    const wallAt = at + (offsetOf(Math.floor(at / DAY_MS)) ?? offsetAt(at));
    const weekday = (Math.floor(wallAt / DAY_MS) + FIRST_WEEKDAY) % WEEKDAYS;
    return weekday * HOURS + (Math.floor(wallAt / HOUR_MS) % HOURS);
  };
}

/** How far the clock of a zone is ahead of UTC, in milliseconds; asked once for each quarter hour. */
export function quarterOffsets(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS);
    const offset = known.get(quarter) ?? offsetFrom(format, quarter * QUARTER_MS);
    known.set(quarter, offset);
    return offset;
  };
}

function offsetFrom(format: Intl.DateTimeFormat, at: number): number {
  const parts = format.formatToParts(at);
  const valueOf = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const date = [valueOf('year'), valueOf('month') - 1, valueOf('day')] as const;
  return Date.UTC(...date, valueOf('hour'), valueOf('minute')) - at;
}
