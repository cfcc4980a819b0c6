import { quarterOffsets } from './hour-of-week';
import type { Span } from './span';

/** With what a range is compared: the time just before it, or the same weeks of the year before. */
export type Comparison = 'previous' | 'year';

const WEEK_MS = 7 * 24 * 3_600_000;
const WEEKS: Readonly<Record<Comparison, number>> = { previous: 1, year: 52 };

/**
 * The range that another one is compared with. It is as long, and so many whole weeks earlier by the
 * clock of a zone that it is over when the other begins: weekdays stand beside weekdays, and hours
 * beside hours. A year is 52 weeks.
 *
 * @throws RangeError when the zone is not known.
 */
export function comparedRange({ from, to }: Span, comparison: Comparison, zone: string): Span {
  const stepMs = WEEKS[comparison] * WEEK_MS;
  const shiftMs = Math.max(1, Math.ceil((to - from) / stepMs)) * stepMs;
  const offsetAt = quarterOffsets(zone);
  const wallAt = from - shiftMs + offsetAt(from);
  // The clock may have been changed in between: the offset is that of the earlier instant.
  const near = wallAt - offsetAt(from - shiftMs);
  const earlier = wallAt - offsetAt(near);
  return { from: earlier, to: earlier + to - from };
}
