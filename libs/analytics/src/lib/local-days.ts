import { startOfLocalDay } from './local-day';
import type { Span } from './span';

/** One day by the clock of a zone, from its first instant to that of the next day. */
export interface LocalDay extends Span {
  /** Year, month and day as `2025-07-01`. */
  readonly date: string;
}

const DAY_MS = 24 * 3_600_000;
/** Leads from the start of any day into the next one, as days last from 23 to 25 hours. */
const INTO_NEXT_DAY_MS = 26 * 3_600_000;

/**
 * The local days of an IANA zone that [from, to) touches, in order and without gaps. A day on which
 * the clock changes is as long as it was.
 *
 * @throws RangeError when the zone is not known.
 */
export function localDays(from: number, to: number, zone: string): LocalDay[] {
  const dateOf = dateFormat(zone);
  const days: LocalDay[] = [];
  if (to <= from) return days;
  for (let start = startOfLocalDay(from, zone); start < to;) {
    const date = dateOf(start);
    // Most days last 24 hours, and to see that is far quicker than to look for midnight.
    const usual = start + DAY_MS;
    const isUsual = dateOf(usual - 1) === date && dateOf(usual) !== date;
    const next = isUsual ? usual : startOfLocalDay(start + INTO_NEXT_DAY_MS, zone);
    days.push({ date, from: start, to: next });
    start = next;
  }
  return days;
}

function dateFormat(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    return `${valueOf('year')}-${valueOf('month')}-${valueOf('day')}`;
  };
}
