import type {
  DenialCauseDto,
  DenialLaneDto,
  DenialOutcomeDto,
  DeniedPointDto,
} from '@license-monitor/api-contract';
import { groupBy } from '../usage/group-by';
import { noDenials } from './count-denials';
import { causeOf } from './denial-cause';
import type { FoundRequest } from './denied-requests';

/** Equal times of a range. */
interface Grid {
  readonly from: number;
  readonly bucketMs: number;
}

/** Refused requests as a lane for each product, the one with the most of them first. */
export function toDenialLanes(requests: readonly FoundRequest[], grid: Grid): DenialLaneDto[] {
  return [...groupBy(requests, ({ first }) => first.product)]
    .map(([product, own]): DenialLaneDto => ({
      product,
      requests: own.length,
      causes: countCauses(own),
      outcomes: countOutcomes(own),
      points: toPoints(own, grid),
    }))
    .sort((a, b) => b.requests - a.requests || (a.product < b.product ? -1 : 1));
}

function toPoints(requests: readonly FoundRequest[], { from, bucketMs }: Grid): DeniedPointDto[] {
  const indexOf = ({ firstAt }: FoundRequest) => Math.floor((firstAt - from) / bucketMs);
  return [...groupBy(requests, (request) => String(indexOf(request)))]
    .map(([index, own]) => ({ at: from + Number(index) * bucketMs, ...countCauses(own) }))
    .sort((a, b) => a.at - b.at);
}

function countCauses(requests: readonly FoundRequest[]): Record<DenialCauseDto, number> {
  const counts = noDenials();
  for (const { first } of requests) counts[causeOf(first)]++;
  return counts;
}

function countOutcomes(requests: readonly FoundRequest[]): Record<DenialOutcomeDto, number> {
  const counts = { redirected: 0, delayed: 0, lost: 0, pending: 0 };
  for (const { outcome } of requests) counts[outcome]++;
  return counts;
}
