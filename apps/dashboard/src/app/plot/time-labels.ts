import type { EpochMs } from '@license-monitor/api-contract';
import { formatClock, formatDate } from '../wording/instant';

// A day on which the clock goes forward is an hour short.
const SHORTEST_DAY_MS = 23 * 60 * 60 * 1000;

/**
 * Labels the ticks of a time axis: dates where they are a day or more apart, else wall clocks, with
 * the date below the first one of each day.
 */
export function toTimeLabels(ticks: readonly EpochMs[], zone: string): string[] {
  const [first = 0, second = first] = ticks;
  const isDaily = second - first >= SHORTEST_DAY_MS;
  let known = '';
  return ticks.map((at) => {
    const date = formatDate(at, zone);
    if (isDaily) return date;
    const label = date === known ? formatClock(at, zone) : `${formatClock(at, zone)}\n${date}`;
    known = date;
    return label;
  });
}
