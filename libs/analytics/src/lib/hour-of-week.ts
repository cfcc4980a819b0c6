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
    msAtLevel: new Map<number, number>(),
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
        cell.msAtLevel.set(value, (cell.msAtLevel.get(value) ?? 0) + (end - at));
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
    q95: timePercentile(msAtLevel, 0.95),
  }));
}

const WEEKDAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * The number of the hour of the week in which an instant lies, from 0 to 167, Monday's first.
 *
 * @throws RangeError when the zone is not known.
 */
export function hourOfWeekOf(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS);
    const index = known.get(quarter) ?? toIndex(format.formatToParts(at));
    known.set(quarter, index);
    return index;
  };
}

function toIndex(parts: readonly Intl.DateTimeFormatPart[]): number {
  const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return WEEKDAY_NAMES.indexOf(valueOf('weekday')) * HOURS + Number(valueOf('hour'));
}
