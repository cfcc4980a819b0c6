import type { DeniedRequestDto, EpochMs } from '@license-monitor/api-contract';
import type { LaneMark } from '../plot/denial-lane';
import { denialCauses } from '../view-state/view-query';
import { describeDenialCounts } from '../wording/denial-counts';
import { causeNames } from '../wording/denial-words';
import { formatInstant } from '../wording/instant';
import { plainNameOf } from '../wording/name-of';
import { describeOutcome } from './outcome-text';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** A range of time, half-open. */
export interface LaneRange {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** The denied requests of one product along a line of time. */
export interface ProductLane {
  readonly product: string;
  readonly marks: readonly LaneMark[];
  /** What the lane shows, in words. */
  readonly text: string;
}

/**
 * The range that lanes are drawn over: what was asked for. Without a start it is a week that ends
 * now, or with the last request where that is longer ago.
 */
export function toLaneRange(
  asked: { readonly from: EpochMs | null; readonly to: EpochMs | null },
  requests: readonly DeniedRequestDto[],
  now: EpochMs,
): LaneRange {
  const lastAt = Math.max(0, ...requests.map(({ at }) => at));
  const isRecent = lastAt === 0 || lastAt > now - WEEK_MS;
  const to = asked.to ?? (asked.from !== null || isRecent ? now : lastAt + 1);
  const from = asked.from ?? to - WEEK_MS;
  // A clock that is a little off must not put a mark beyond the end.
  return { from: Math.min(from, to - 1), to: asked.to ?? Math.max(to, lastAt + 1) };
}

function countCauses(requests: readonly DeniedRequestDto[]): string {
  const counts = { capacity: 0, policy: 0, notEnrolled: 0, other: 0 };
  for (const { cause } of requests) counts[cause] += 1;
  return describeDenialCounts(counts);
}

/** One lane per product, the one with most denied requests first. */
export function toProductLanes(
  requests: readonly DeniedRequestDto[],
  { from, to }: LaneRange,
  zone: string,
  nameOf = plainNameOf,
): readonly ProductLane[] {
  const byProduct = new Map<string, DeniedRequestDto[]>();
  for (const request of requests) {
    const own = byProduct.get(request.product);
    if (own === undefined) byProduct.set(request.product, [request]);
    else own.push(request);
  }
  return [...byProduct]
    .sort(([a, many], [b, more]) => more.length - many.length || a.localeCompare(b, 'en'))
    .map(([product, own]) => ({
      product,
      text: countCauses(own),
      // The first ones are drawn last, so that want of seats stays in sight.
      marks: [...own]
        .sort((a, b) => denialCauses.indexOf(b.cause) - denialCauses.indexOf(a.cause))
        .map((request) => ({
          cause: request.cause,
          at: Math.min(1, Math.max(0, (request.at - from) / (to - from))),
          text: [
            formatInstant(request.at, zone, to),
            request.user === null ? 'somebody' : nameOf('user', request.user),
            causeNames[request.cause],
            describeOutcome(request),
          ].join(', '),
        })),
    }));
}
