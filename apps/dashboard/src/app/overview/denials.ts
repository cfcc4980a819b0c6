import type { DenialsTodayDto } from '@license-monitor/api-contract';

/** Writes today's denials by cause: `5 capacity · 2 rule`; empty when there were none. */
export function describeDenialsToday(denials: DenialsTodayDto): string {
  const parts: readonly (readonly [number, string])[] = [
    [denials.capacity, 'capacity'],
    [denials.policy, 'rule'],
    [denials.notEnrolled, 'not enrolled'],
    [denials.other, 'other'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, cause]) => `${count} ${cause}`)
    .join(' · ');
}
