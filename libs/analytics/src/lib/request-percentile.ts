import type { Step } from './concurrency';

/**
 * The request-weighted percentile r_p = min{n: the share of requests that would find U < n is at
 * least p} (features.md §2.11): with so many licences the share `p` of the requests would have been
 * granted. Not the same as the time-weighted one, as requests come when others come.
 *
 * @param steps U(t).
 * @param requestsAt UTC milliseconds of grants and true denials, in any order.
 * @param p from 0 to 1.
 * @returns undefined where nothing was requested.
 */
export function requestPercentile(
  steps: readonly Step[],
  requestsAt: readonly number[],
  p: number,
): number | undefined {
  const found: number[] = [];
  let next = 0;
  let inUse = 0;
  for (const at of [...requestsAt].sort((a, b) => a - b)) {
    for (let step; (step = steps[next]) !== undefined && step.at < at; next++) inUse = step.inUse;
    found.push(inUse);
  }
  const sorted = found.sort((a, b) => a - b);
  const last = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
  return last === undefined ? undefined : last + 1;
}
