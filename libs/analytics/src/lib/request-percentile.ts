import { LevelSums } from './level-sums';
import { eachStep, type Steps } from './steps';

/** How many requests found so many licences in use. */
export type RequestLevels = ReadonlyMap<number, number>;

/**
 * What requests found in use: each grant of `steps`, and each request of `requestsAt`.
 *
 * @param steps U(t); only steps that say so are grants.
 * @param requestsAt UTC milliseconds of further requests, in any order.
 */
export function requestLevels(steps: Steps, requestsAt: readonly number[]): RequestLevels {
  const requests = [...requestsAt].sort((a, b) => a - b);
  const levels = new LevelSums();
  const count = (level: number) => levels.add(level, 1);
  // A request finds what was in use before its instant.
  let [next, lastAt, before, inUse] = [0, -Infinity, 0, 0];
  eachStep(steps, (at, after, isGrant) => {
    for (let request; (request = requests[next]) !== undefined && request <= at; next++)
      count(request > lastAt ? inUse : before);
    if (at > lastAt) before = inUse;
    lastAt = at;
    if (isGrant) count(before);
    inUse = after;
  });
  for (let request; (request = requests[next]) !== undefined; next++)
    count(request > lastAt ? inUse : before);
  return levels.toMap();
}

/**
 * The request-weighted percentile r_p = min{n: the share of requests that would find U < n is at
 * least p} (features.md §2.11): with so many licences the share `p` of the requests would have been
 * granted. Not the same as the time-weighted one, as requests come when others come.
 *
 * @param p from 0 to 1.
 * @returns undefined where nothing was requested.
 */
export function requestPercentile(levels: RequestLevels, p: number): number | undefined {
  const all = [...levels.values()].reduce((sum, count) => sum + count, 0);
  const needed = Math.max(1, Math.ceil(p * all));
  let requests = 0;
  for (const level of [...levels.keys()].sort((a, b) => a - b)) {
    requests += levels.get(level) ?? 0;
    if (requests >= needed) return level + 1;
  }
  return undefined;
}
