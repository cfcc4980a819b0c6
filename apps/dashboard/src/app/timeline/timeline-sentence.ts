import type { TimelineBarDto, TimelineDto, TimelineGroupDto } from '@license-monitor/api-contract';
import { formatDate } from '../wording/instant';
import { countOf, formatCount } from '../wording/quantity';

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

const laneNames: Readonly<Record<TimelineGroupDto, string>> = {
  user: 'user',
  host: 'host',
  product: 'product',
};

/** Answers "Who sits on seats?" in a line: how much there is, what stays overnight, what is doubled. */
export function toTimelineSentence(
  { lanes, laneCount, group, to }: TimelineDto,
  zone: string,
): string {
  const bars = lanes.flatMap((lane) => lane.bars);
  const sessions = bars.reduce((sum, bar) => sum + bar.sessions, 0);
  const isAll = lanes.length === laneCount;
  const shown = isAll
    ? countOf(laneCount, laneNames[group])
    : `${formatCount(lanes.length)} of ${countOf(laneCount, laneNames[group])}`;
  const overnight = countOvernight(bars, to, zone);
  const doubled = countSeveralHosts(bars, to);
  const crossed = overnight === 0 ? 'none' : formatCount(overnight);
  const people =
    doubled === 0 ? 'nobody held a product' : `${countOf(doubled, 'user')} held a product`;
  return `${countOf(sessions, 'session')} of ${shown}; ${crossed} crossed midnight; ${people} on several hosts at once.`;
}
