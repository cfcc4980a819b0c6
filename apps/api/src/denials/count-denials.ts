import type { DenialsTodayDto } from '@license-monitor/api-contract';
import type { DenialRow } from '@license-monitor/db';

type Cause = 'capacity' | 'policy' | 'notEnrolled' | 'other';

/** What a reason in the log means for planning: only capacity asks for more licences. */
const CAUSES: Readonly<Record<DenialRow['reason'], Cause>> = {
  exhausted: 'capacity',
  policy: 'policy',
  notOwned: 'notEnrolled',
  expired: 'notEnrolled',
  version: 'other',
  other: 'other',
};

/** Counts refusals by cause; they come oldest first. */
export function countDenials(denials: readonly DenialRow[]): DenialsTodayDto {
  const counts = { capacity: 0, policy: 0, notEnrolled: 0, other: 0 };
  for (const { reason } of denials) counts[CAUSES[reason]]++;
  const last = denials.at(-1);
  return { ...counts, lastAt: last?.at ?? null, lastUser: last?.user ?? null };
}
