import type { SubjectDto } from '@license-monitor/api-contract';
import { aSession, HOUR, NOW } from './samples';

const DAY = 24 * HOUR;

/** ann, who holds CAT now, over the last three days. */
export function aSubject(patch: Partial<SubjectDto> = {}): SubjectDto {
  return {
    asOf: NOW,
    from: NOW - 3 * DAY,
    to: NOW,
    kind: 'user',
    key: 'ann',
    firstSeenAt: Date.UTC(2026, 0, 9, 9),
    now: [aSession()],
    sessions: 61,
    sessionMs: 214 * HOUR,
    medianMs: 160 * 60_000,
    timeouts: 4,
    deniedRequests: 3,
    daily: [
      { date: '2026-11-23', sessionMs: 8 * HOUR },
      { date: '2026-11-24', sessionMs: 2 * HOUR },
    ],
    breakdown: [
      { key: 'CAT', sessions: 41, sessionMs: 171 * HOUR },
      { key: 'DL1', sessions: 20, sessionMs: 43 * HOUR },
    ],
    ...patch,
  };
}
