import type { EpochMs } from '@license-monitor/api-contract';
import { formatInstant } from '../wording/instant';
import { countOf } from '../wording/quantity';
import { resolveTimePoint, type TimeUnit } from './time-point';
import type { ViewQuery } from './view-query';

const unitNames: Readonly<Record<TimeUnit, string>> = {
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
};

/**
 * Says of which range figures are, to go on a sentence: "in the last 24 hours". Where the address
 * names no start the API takes the seven days before the end of what was read.
 */
export function describeRange(
  { from, to }: Pick<ViewQuery, 'from' | 'to'>,
  zone: string,
  now: EpochMs,
): string {
  const write = (at: EpochMs) => formatInstant(at, zone, now);
  const isUntilNow = to === null || to.kind === 'now';
  if (from === null) {
    return isUntilNow
      ? 'in the last 7 days of the log'
      : `in the 7 days before ${write(resolveTimePoint(to, now))}`;
  }
  if (from.kind === 'ago' && isUntilNow) {
    return `in the last ${countOf(from.amount, unitNames[from.unit])}`;
  }
  const start = write(resolveTimePoint(from, now));
  return isUntilNow ? `since ${start}` : `from ${start} to ${write(resolveTimePoint(to, now))}`;
}
