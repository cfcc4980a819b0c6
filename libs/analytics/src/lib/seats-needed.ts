import type { Counting } from './concurrency';
import { layOutDemand, type Demand, type DemandRequest } from './demand';
import { blockedRequests } from './replay-demand';

/**
 * N*(ε) = min{N: blocked(N) ≤ ε} by replay (features.md §2.11): the least number of licences that
 * leaves at most the share ε of the requests blocked. Not censored by the capacity that was there, as
 * the requests that it refused are among the demand.
 *
 * Numbers are tried upwards, not halved. Where each request takes one licence and no seat asks twice
 * at once, one licence more blocks some of the same requests and no other. Otherwise it may block more:
 * a large request that is granted, or a seat that is held for longer, takes what many small ones had.
 * The least number is then the first that is enough, and a greater one need not be. Each replay ends
 * when too much is blocked, and the next one has the least number that changes anything. Cost:
 * n log n, then less than n for each number up to the answer.
 *
 * @param epsilon the share that may be blocked, from 0 to 1; for 0 the answer is the peak of demand.
 * @returns undefined where nothing was requested.
 * @throws RangeError for a share that is out of its bounds, and as `layOutDemand` does.
 */
export function seatsNeeded(
  requests: readonly DemandRequest[],
  epsilon: number,
  counting: Counting = 'seats',
): number | undefined {
  if (!(epsilon >= 0 && epsilon <= 1)) throw new RangeError(`share ${epsilon} is not from 0 to 1`);
  if (requests.length === 0) return undefined;
  const demand = layOutDemand(requests, counting);
  for (let licenses = 0; ;) {
    const next = nextToTry(demand, licenses, epsilon);
    if (next === undefined) return licenses;
    licenses = next;
  }
}

/**
 * The next number to try; undefined where this one is enough. Up to the least number that a blocked
 * request needed, all goes on as it did, so numbers in between block as many.
 */
function nextToTry(demand: Demand, licenses: number, epsilon: number): number | undefined {
  let blocked = 0;
  let next = Infinity;
  for (const { neededLicenses } of blockedRequests(demand, licenses)) {
    blocked++;
    next = Math.min(next, neededLicenses);
    if (blocked / demand.requests.length > epsilon) return next;
  }
  return undefined;
}
