import type { DenialCountsDto } from '@license-monitor/api-contract';
import { denialCauses } from '../view-state/view-query';
import { causeNames } from './denial-words';
import { formatCount } from './quantity';

/** Writes denials by cause: `5 capacity · 2 rule`; empty when there were none. */
export function describeDenialCounts(denials: DenialCountsDto): string {
  return denialCauses
    .filter((cause) => denials[cause] > 0)
    .map((cause) => `${formatCount(denials[cause])} ${causeNames[cause]}`)
    .join(' · ');
}
