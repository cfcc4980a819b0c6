import type { DenialCauseDto } from '@license-monitor/api-contract';
import type { DenialRow } from '@license-monitor/db';

/** What a reason in the log means for planning: only capacity asks for more licences. */
const CAUSES: Readonly<Record<DenialRow['reason'], DenialCauseDto>> = {
  exhausted: 'capacity',
  policy: 'policy',
  notOwned: 'notEnrolled',
  expired: 'notEnrolled',
  version: 'other',
  other: 'other',
};

export const causeOf = ({ reason }: Pick<DenialRow, 'reason'>): DenialCauseDto => CAUSES[reason];
