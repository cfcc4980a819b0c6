import type { TimelineBarDto, TimelineDto, TimelineLaneDto } from '@license-monitor/api-contract';
import { HOUR, NOW } from './samples';

/** ann held CAT on ws-101 for two hours, up to an hour ago. */
export function aBar(patch: Partial<TimelineBarDto> = {}): TimelineBarDto {
  return {
    id: 1,
    sessions: 1,
    product: 'CAT',
    user: 'ann',
    host: 'ws-101',
    startedAt: NOW - 3 * HOUR,
    endedAt: NOW - HOUR,
    closedBy: 'detachment',
    ...patch,
  };
}

/** Lanes by user over the last hundred hours. */
export function aTimeline(
  lanes: readonly Pick<TimelineLaneDto, 'key' | 'bars'>[],
  patch: Partial<TimelineDto> = {},
): TimelineDto {
  return {
    asOf: NOW,
    from: NOW - 100 * HOUR,
    to: NOW,
    group: 'user',
    lanes: lanes.map((lane) => ({ sessionMs: 2 * HOUR, ...lane })),
    laneCount: lanes.length,
    gaps: [],
    ...patch,
  };
}
