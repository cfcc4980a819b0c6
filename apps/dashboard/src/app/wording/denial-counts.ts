import type { DenialCauseDto, DenialCountsDto } from '@license-monitor/api-contract';
import { denialCauses } from '../view-state/view-query';
import { formatCount } from './number';

function countCause(cause: DenialCauseDto, denials: number): string {
  const count = formatCount(denials);
  switch (cause) {
    case 'capacity':
      return $localize`:Number of denials|:${count}:count: capacity`;
    case 'policy':
      return $localize`:Number of denials|:${count}:count: rule`;
    case 'notEnrolled':
      return $localize`:Number of denials|:${count}:count: not enrolled`;
    case 'other':
      return $localize`:Number of denials|:${count}:count: other`;
  }
}

/** Writes denials by cause: `5 capacity · 2 rule`; empty when there were none. */
export function describeDenialCounts(denials: DenialCountsDto): string {
  return denialCauses
    .filter((cause) => denials[cause] > 0)
    .map((cause) => countCause(cause, denials[cause]))
    .join(' · ');
}
