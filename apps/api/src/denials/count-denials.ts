import type { DenialCountsDto, DenialsTodayDto } from '@license-monitor/api-contract';
import type { DenialRow } from '@license-monitor/db';
import { causeOf } from './denial-cause';

/** Counts refusals by cause. */
export function countByCause(denials: readonly Pick<DenialRow, 'reason'>[]): DenialCountsDto {
  const counts = { capacity: 0, policy: 0, notEnrolled: 0, other: 0 };
  for (const denial of denials) counts[causeOf(denial)]++;
  return counts;
}

/** Counts refusals by cause, and says who was refused last; they come oldest first. */
export function countDenials(denials: readonly DenialRow[]): DenialsTodayDto {
  const last = denials.at(-1);
  return { ...countByCause(denials), lastAt: last?.at ?? null, lastUser: last?.user ?? null };
}
