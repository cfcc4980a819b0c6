import type {
  DenialCauseDto,
  DenialCountsDto,
  DenialsTodayDto,
} from '@license-monitor/api-contract';
import type { DenialRow, RefusalTimes } from '@license-monitor/db';
import { causeOf } from './denial-cause';

/** No refusal of any cause. */
export const noDenials = (): Record<DenialCauseDto, number> => ({
  capacity: 0,
  policy: 0,
  notEnrolled: 0,
  other: 0,
});

/** Counts refusals by cause. */
export function countByCause(denials: readonly Pick<DenialRow, 'reason'>[]): DenialCountsDto {
  const counts = noDenials();
  for (const denial of denials) counts[causeOf(denial)]++;
  return counts;
}

/** Counts all refusals by cause. */
export function countTimes(refusals: readonly RefusalTimes[]): DenialCountsDto {
  const counts = noDenials();
  for (const refusal of refusals) counts[causeOf(refusal)] += refusal.times.length;
  return counts;
}

/** When a licence was refused because all were in use; in no order. */
export const capacityTimes = (refusals: readonly RefusalTimes[]): number[] =>
  refusals.filter((one) => causeOf(one) === 'capacity').flatMap(({ times }) => times);

/** Counts refusals by cause, and says who was refused last; they come oldest first. */
export function countDenials(denials: readonly DenialRow[]): DenialsTodayDto {
  const last = denials.at(-1);
  return { ...countByCause(denials), lastAt: last?.at ?? null, lastUser: last?.user ?? null };
}
