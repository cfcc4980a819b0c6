import type { DenialPointDto, UsageSeriesDto } from '@license-monitor/api-contract';
import type { LaneMark } from '../plot/denial-lane';
import { denialCauses } from '../view-state/view-query';
import { causeNames } from '../wording/denial-words';
import { formatInstant } from '../wording/instant';
import { fill } from '../wording/message';

const refusals = $localize`{count, plural, one {{at}: # refusal, {cause}} other {{at}: # refusals, {cause}}}`;

/**
 * The marks of a strip of denials: one for each cause and each of the equal times.
 *
 * @param message says what a mark stands for, with `at`, `count` and `cause`.
 */
export function toDenialMarks(
  { from, to, bucketMs }: Pick<UsageSeriesDto, 'from' | 'to' | 'bucketMs'>,
  denials: readonly DenialPointDto[],
  zone: string,
  message = refusals,
): readonly LaneMark[] {
  const length = Math.max(1, to - from);
  // Want of seats is drawn last, so that it stays in sight.
  return [...denialCauses].reverse().flatMap((cause) =>
    denials
      .filter((point) => point[cause] > 0)
      .map((point) => ({
        cause,
        at: Math.min(1, (point.at + bucketMs / 2 - from) / length),
        text: fill(message, {
          count: point[cause],
          at: formatInstant(point.at, zone, to),
          cause: causeNames[cause],
        }),
      })),
  );
}

/** The denials of a series by cause, over its whole range. */
export function sumDenials(denials: readonly DenialPointDto[]): Omit<DenialPointDto, 'at'> {
  const sums = { capacity: 0, policy: 0, notEnrolled: 0, other: 0 };
  for (const point of denials) for (const cause of denialCauses) sums[cause] += point[cause];
  return sums;
}
