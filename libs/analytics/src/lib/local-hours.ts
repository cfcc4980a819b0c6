import { firstIndex } from './first-index';
import { localDays, type LocalDay } from './local-days';
import type { Span } from './span';

/**
 * Hours by the local clock, half-open. Whole hours; where `toHour` is not after `fromHour` they end
 * on the next day, as those of a night do.
 */
export interface LocalHours {
  /** 0 to 23. */
  readonly fromHour: number;
  /** 0 to 24. */
  readonly toHour: number;
}

/** The hours of one day; `date` is the day on which they begin. */
export interface HoursOfDay extends Span {
  readonly date: string;
}

const HOUR_MS = 3_600_000;
/** At least as long as any day. */
const LONG_DAY_MS = 26 * HOUR_MS;

/**
 * The same local hours of every day that touch [from, to), not cut at its edges, in order. A clock
 * change makes them longer or shorter; an hour that is skipped begins where the clock goes on.
 *
 * @throws RangeError when the zone is not known, or hours are not whole or out of their bounds.
 */
export function hoursOfEachDay(range: Span, hours: LocalHours, zone: string): HoursOfDay[] {
  checkHours(hours);
  const { fromHour, toHour } = hours;
  const instantOf = clockOf(zone);
  // A day earlier, as its night may reach into the range; a day later, as the last night ends there.
  const days = localDays(range.from - LONG_DAY_MS, range.to + LONG_DAY_MS, zone);
  const found: HoursOfDay[] = [];
  for (const [index, day] of days.entries()) {
    const lastDay = toHour > fromHour ? day : days[index + 1];
    if (lastDay === undefined) break;
    const span = { from: instantOf(day, fromHour), to: instantOf(lastDay, toHour) };
    if (span.from < range.to && span.to > range.from) found.push({ date: day.date, ...span });
  }
  return found;
}

function checkHours({ fromHour, toHour }: LocalHours): void {
  for (const [hour, last] of [
    [fromHour, 23],
    [toHour, 24],
  ] as const) {
    if (!Number.isInteger(hour) || hour < 0 || hour > last) {
      throw new RangeError(`${hour} is not an hour from 0 to ${last}`);
    }
  }
}

/** Tells the first instant of a day at which the clock shows an hour or a later one. */
function clockOf(zone: string): (day: LocalDay, hour: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const hourAt = (at: number) => Number(format.format(at));
  return (day, hour) => {
    if (hour === 0) return day.from;
    if (hour === 24) return day.to;
    // Clocks are changed at full hours, so the hour never goes back below one that it has left.
    const isReached = (at: number) => at >= day.to || hourAt(at) >= hour;
    const usual = day.from + hour * HOUR_MS;
    if (isReached(usual) && !isReached(usual - 1)) return usual;
    return day.from + firstIndex(day.to - day.from, (ms) => isReached(day.from + ms));
  };
}
