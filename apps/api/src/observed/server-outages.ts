import type { Gap } from '@license-monitor/analytics';
import type { ServerStateRow } from '@license-monitor/db';

/** A start soon after another line is part of that start, in milliseconds. */
const START_LASTS_MS = 60_000;

/**
 * The times for which a server's own lines say that it was down or asleep. A start without a stop
 * before it follows a crash, of which is only known that it came after the last line. A server that
 * writes is up, whether or not the file with its start is there.
 *
 * @param states of one server, in order.
 */
export function findOutages(states: readonly ServerStateRow[]): Gap[] {
  const outages = [...findDowntimes(states), ...findSleeps(states)];
  return outages.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
}

function findDowntimes(states: readonly ServerStateRow[]): Gap[] {
  const downtimes: Gap[] = [];
  let stop: ServerStateRow | undefined;
  let lastStart = -Infinity;
  for (const state of states) {
    if (state.type === 'serverStop') stop ??= state;
    if (state.type !== 'serverStart') continue;
    downtimes.push(...(stop === undefined ? [] : stopped(stop, state.at)));
    const isStart = state.at - lastStart > START_LASTS_MS;
    const isStopped = downtimes.at(-1)?.to === state.at;
    if (isStart && !isStopped) downtimes.push(...crashed(state));
    lastStart = state.at;
    stop = undefined;
  }
  return stop === undefined ? downtimes : [...downtimes, ...stopped(stop, Infinity)];
}

/** From a stop to the start after it, or to the first line that shows that one must be missing. */
function stopped({ at, lineAfterAt }: ServerStateRow, startedAt: number): Gap[] {
  const upAt = lineAfterAt ?? startedAt;
  const to = startedAt - upAt <= START_LASTS_MS ? startedAt : upAt;
  return [{ from: at, to, cause: 'serverDown' }];
}

const crashed = ({ at, lineBeforeAt }: ServerStateRow): Gap[] =>
  lineBeforeAt === null ? [] : [{ from: lineBeforeAt, to: at, cause: 'serverDown' }];

function findSleeps(states: readonly ServerStateRow[]): Gap[] {
  const sleeps: Gap[] = [];
  let asleep: number | undefined;
  for (const { type, at } of states) {
    if (type === 'suspend') asleep ??= at;
    if (type === 'resume' && asleep !== undefined) {
      sleeps.push({ from: asleep, to: at, cause: 'serverAsleep' });
    }
    if (type === 'resume' || type === 'serverStart') asleep = undefined;
  }
  if (asleep !== undefined) sleeps.push({ from: asleep, to: Infinity, cause: 'serverAsleep' });
  return sleeps;
}
