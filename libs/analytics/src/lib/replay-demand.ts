import type { Counting } from './concurrency';
import { layOutDemand, type Demand, type DemandRequest } from './demand';
import { ReplayedPool } from './replayed-pool';

/**
 * What would have been with another number of licences (features.md §2.11): the requests are played
 * again, in order of time, against a pool of that size. A request that finds too few licences is
 * blocked and lost: nobody waits or tries again, so give one request for each series of tries
 * (`classifyDenials`).
 */

/** What became of the requests. */
export interface ReplayedDemand {
  readonly requests: number;
  readonly blocked: number;
  /** blocked / requests, from 0 to 1; undefined where nothing was requested. */
  readonly blockedShare: number | undefined;
  /** Different people with a blocked request. */
  readonly blockedPeople: number;
}

/**
 * Replays demand with another number of licences. Sessions that were open before the range must be
 * among the requests, with what was left of them. Cost: n log n.
 *
 * @throws RangeError for a number of licences that is negative, and as `layOutDemand` does.
 */
export function replayDemand(
  requests: readonly DemandRequest[],
  licenses: number,
  counting: Counting = 'seats',
): ReplayedDemand {
  if (!(licenses >= 0)) throw new RangeError(`${licenses} is no number of licences`);
  const blocked = [...blockedRequests(layOutDemand(requests, counting), licenses)];
  return {
    requests: requests.length,
    blocked: blocked.length,
    blockedShare: requests.length === 0 ? undefined : blocked.length / requests.length,
    blockedPeople: new Set(blocked.map(({ request }) => request.person)).size,
  };
}

export interface BlockedRequest {
  readonly request: DemandRequest;
  /** The least number of licences with which it would have been granted then. */
  readonly neededLicenses: number;
}

/**
 * The requests that are blocked, one by one, so that a caller may stop early. Licences that are given
 * back at an instant can be granted again at the same. Cost: one pass over starts and ends.
 */
export function* blockedRequests(demand: Demand, licenses: number): Generator<BlockedRequest> {
  const pool = new ReplayedPool(demand);
  for (const [index, request] of demand.requests.entries()) {
    pool.advanceTo(request.at);
    const neededLicenses = pool.inUseWith(index);
    if (neededLicenses > licenses) yield { request, neededLicenses };
    // A session of no length is over before anybody else asks.
    else if (request.lengthMs > 0) pool.grant(index);
  }
}
