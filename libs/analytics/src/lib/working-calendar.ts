import { hoursOfEachDay, type LocalHours } from './local-hours';
import { joinSpans, type Span } from './span';

/** When people work, by the clock of a zone: W of features.md §2.0. */
export interface WorkingCalendar {
  /** An IANA zone. */
  readonly zone: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** Hours that reach past midnight belong to the weekday on which they begin. */
  readonly hours: LocalHours;
  /** Dates as `2025-12-25` on which nobody works. */
  readonly holidays: readonly string[];
}

/**
 * The working time that touches a range, in order, not cut at its edges: take what it has in common
 * with the observed time for figures by working time (features.md §2.3).
 *
 * @throws RangeError when the zone is not known, or hours are not whole or out of their bounds.
 */
export function workingTimes(calendar: WorkingCalendar, range: Span): Span[] {
  const { zone, weekdays, hours, holidays } = calendar;
  const [isWorkday, isHoliday] = [new Set(weekdays), new Set(holidays)];
  return joinSpans(
    hoursOfEachDay(range, hours, zone).filter(
      ({ date }) => isWorkday.has(weekdayOf(date)) && !isHoliday.has(date),
    ),
  );
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
