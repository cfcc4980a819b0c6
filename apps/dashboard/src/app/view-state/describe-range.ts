import type { EpochMs } from '@license-monitor/api-contract';
import { formatInstant } from '../wording/instant';
import { fill } from '../wording/message';
import { resolveTimePoint, type TimeUnit } from './time-point';
import type { ViewQuery } from './view-query';

function describeLast(amount: number, unit: TimeUnit): string {
  switch (unit) {
    case 'm':
      return fill(
        $localize`{amount, plural, one {in the last # minute} other {in the last # minutes}}`,
        { amount },
      );
    case 'h':
      return fill(
        $localize`{amount, plural, one {in the last # hour} other {in the last # hours}}`,
        {
          amount,
        },
      );
    case 'd':
      return fill($localize`{amount, plural, one {in the last # day} other {in the last # days}}`, {
        amount,
      });
    case 'w':
      return fill(
        $localize`{amount, plural, one {in the last # week} other {in the last # weeks}}`,
        {
          amount,
        },
      );
  }
}

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
      ? $localize`in the last 7 days of the log`
      : $localize`in the 7 days before ${write(resolveTimePoint(to, now))}:instant:`;
  }
  if (from.kind === 'ago' && isUntilNow) {
    return describeLast(from.amount, from.unit);
  }
  const start = write(resolveTimePoint(from, now));
  return isUntilNow
    ? $localize`since ${start}:instant:`
    : $localize`from ${start}:from: to ${write(resolveTimePoint(to, now))}:to:`;
}
