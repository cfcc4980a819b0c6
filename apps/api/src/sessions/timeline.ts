import type { Span } from '@license-monitor/analytics';
import type {
  TimelineBarDto,
  TimelineGroupDto,
  TimelineLaneDto,
} from '@license-monitor/api-contract';
import type { SessionRow } from '@license-monitor/db';
import { sessionMsOf } from '../subjects/describe-subject';
import { groupBy } from '../usage/group-by';

/** Bars shorter than this share of the range cannot be told apart on a screen. */
const SHORTEST_SHARE = 1 / 2000;

/**
 * Sessions as lanes of bars, those with the most use first. Bars that are too short to be seen, of
 * one product and one after another, become one with a count.
 */
export function toLanes(
  sessions: readonly SessionRow[],
  group: TimelineGroupDto,
  range: Span,
): TimelineLaneDto[] {
  const shortestMs = (range.to - range.from) * SHORTEST_SHARE;
  return [...groupBy(sessions, (session) => session[group])]
    .map(([key, own]): TimelineLaneDto => ({
      key,
      sessionMs: sessionMsOf(own, range),
      bars: joinShortBars(own.flatMap(toBar).sort(byStart), shortestMs, range.to),
    }))
    .sort((a, b) => b.sessionMs - a.sessionMs || (a.key < b.key ? -1 : 1));
}

function toBar(session: SessionRow): TimelineBarDto[] {
  const { id, product, user, host, startedAt, endedAt, closedBy } = session;
  if (startedAt === null) return [];
  return [{ id, sessions: 1, product, user, host, startedAt, endedAt, closedBy }];
}

const byStart = (a: TimelineBarDto, b: TimelineBarDto) => a.startedAt - b.startedAt || a.id - b.id;

function joinShortBars(
  bars: readonly TimelineBarDto[],
  shortestMs: number,
  until: number,
): TimelineBarDto[] {
  const joined: TimelineBarDto[] = [];
  const endOf = ({ endedAt }: TimelineBarDto) => endedAt ?? until;
  for (const bar of bars) {
    const last = joined.at(-1);
    const isShort = endOf(bar) - (last?.startedAt ?? 0) < shortestMs;
    if (last !== undefined && isShort && last.product === bar.product && last.endedAt !== null) {
      const endedAt = bar.endedAt === null ? null : Math.max(last.endedAt, bar.endedAt);
      joined[joined.length - 1] = { ...last, endedAt, sessions: last.sessions + bar.sessions };
    } else {
      joined.push(bar);
    }
  }
  return joined;
}
