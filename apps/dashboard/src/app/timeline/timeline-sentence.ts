import type { TimelineBarDto, TimelineDto } from '@license-monitor/api-contract';
import { formatDate } from '../wording/instant';
import { countHosts, countProducts, countUsers } from '../wording/counts';
import { fill } from '../wording/message';

const dateKey = (at: number, zone: string): string => formatDate(at, zone);

/** Counts the sessions that began on one local day and were held into another. */
function countOvernight(bars: readonly TimelineBarDto[], to: number, zone: string): number {
  return bars.filter(
    ({ sessions, startedAt, endedAt }) =>
      sessions === 1 &&
      dateKey(startedAt, zone) !== dateKey(Math.max(startedAt, (endedAt ?? to) - 1), zone),
  ).length;
}

/** Whether one product was held on two hosts at once; a move from one to the next is no overlap. */
function isOnSeveralHosts(bars: readonly TimelineBarDto[], to: number): boolean {
  const sorted = [...bars].sort((a, b) => a.startedAt - b.startedAt);
  const heldUntil = new Map<string, number>();
  return sorted.some(({ host, startedAt, endedAt }) => {
    const isElsewhere = [...heldUntil].some(([other, end]) => other !== host && end > startedAt);
    heldUntil.set(host, Math.max(heldUntil.get(host) ?? 0, endedAt ?? to));
    return isElsewhere && (endedAt ?? to) > startedAt;
  });
}

/** Counts the users who held one product on several hosts at once. */
function countSeveralHosts(bars: readonly TimelineBarDto[], to: number): number {
  const owners = new Map<string, TimelineBarDto[]>();
  for (const bar of bars) {
    const key = `${bar.user}\n${bar.product}`;
    const own = owners.get(key);
    if (own === undefined) owners.set(key, [bar]);
    else own.push(bar);
  }
  const users = [...owners.values()]
    .filter((own) => isOnSeveralHosts(own, to))
    .map(([first]) => first?.user);
  return new Set(users).size;
}

function countAll({ group, laneCount }: Pick<TimelineDto, 'group' | 'laneCount'>): string {
  switch (group) {
    case 'user':
      return countUsers(laneCount);
    case 'host':
      return countHosts(laneCount);
    case 'product':
      return countProducts(laneCount);
  }
}

function describeShown({ lanes, laneCount, group }: TimelineDto, sessions: number): string {
  const all = countAll({ group, laneCount });
  return lanes.length === laneCount
    ? fill($localize`{sessions, plural, one {# session of {all}} other {# sessions of {all}}}`, {
        sessions,
        all,
      })
    : fill(
        $localize`{sessions, plural, one {# session of {shown} of {all}} other {# sessions of {shown} of {all}}}`,
        { sessions, shown: lanes.length, all },
      );
}

/** Answers "Who sits on seats?" in a line: how much there is, what stays overnight, what is doubled. */
export function toTimelineSentence(timeline: TimelineDto, zone: string): string {
  const { lanes, to } = timeline;
  const bars = lanes.flatMap((lane) => lane.bars);
  const sessions = bars.reduce((sum, bar) => sum + bar.sessions, 0);
  const overnight = countOvernight(bars, to, zone);
  const doubled = countSeveralHosts(bars, to);
  const parts = [
    describeShown(timeline, sessions),
    fill(
      $localize`{overnight, plural, =0 {none crossed midnight} one {# crossed midnight} other {# crossed midnight}}`,
      { overnight },
    ),
    fill(
      $localize`{doubled, plural, =0 {nobody held a product on several hosts at once} one {# user held a product on several hosts at once} other {# users held a product on several hosts at once}}`,
      { doubled },
    ),
  ];
  return `${parts.join('; ')}.`;
}
