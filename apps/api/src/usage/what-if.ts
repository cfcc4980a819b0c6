import {
  replayDemand,
  seatsNeeded,
  seededRandom,
  seatsNeededInterval,
  totalMs,
  type Counting,
  type DemandRequest,
  type Observed,
  type Span,
} from '@license-monitor/analytics';
import type { ReplayDto, SeatsNeededDto, WhatIfDto } from '@license-monitor/api-contract';
import { toModelDto } from '../sessions/to-session-dto';
import { capacityOfProduct } from './capacity-of-product';
import { demandOfProduct } from './demand-of-product';
import { measuredTimes, stepsOf } from './summarise-product';
import { COUNTING } from './use-interval';
import type { ProductRows, ProductSessions, UsageRange } from './usage-range';

/** Shares of blocked requests for which it is asked how many licences are needed. */
const SHARES = [0, 0.01, 0.05];
/** How far the curve goes to both sides of what is asked, in licences. */
const CURVE_REACH = 10;
/** Periods drawn for an interval: fewer where each costs more. */
const MAX_ROUNDS = 100;
const REPLAYED_REQUESTS = 400_000;
/** Any number will do: equal questions have equal answers. */
const SEED = 1;

/** Replays the demand of a product with another number of licences. */
export function whatIf(rows: ProductSessions, range: UsageRange, seats: number): WhatIfDto {
  const { requests, lost, delayed } = demandOfProduct(rows, range);
  const counting = COUNTING[rows.model];
  const { observed } = measuredTimes(rows, stepsOf(rows.uses), range);
  const replay = (licenses: number): ReplayDto => {
    const { blocked, blockedShare, blockedPeople } = replayDemand(requests, licenses, counting);
    return { seats: licenses, blocked, blockedShare: blockedShare ?? null, blockedPeople };
  };
  return {
    asOf: Date.now(),
    from: range.from,
    to: range.to,
    product: rows.product,
    editor: rows.editor,
    model: toModelDto(rows.model),
    observedMs: totalMs(observed),
    requests: requests.length,
    lost,
    delayed,
    owned: ownedAt(rows, range.to),
    asked: replay(seats),
    curve: seatsAround(seats).map(replay),
    needed: SHARES.map((share) =>
      needed({ requests, counting, range: longestOf(observed) }, share),
    ),
    windows: range.windows,
  };
}

const seatsAround = (seats: number): number[] =>
  Array.from({ length: 2 * CURVE_REACH + 1 }, (_, index) => seats - CURVE_REACH + index).filter(
    (one) => one >= 0,
  );

function ownedAt({ capacity }: ProductRows, at: number): number | null {
  const { total } = capacityOfProduct(capacity);
  const now = total.findLast(({ from, to }) => from < at && (to ?? Infinity) >= at);
  return now?.seats ?? null;
}

interface Replayed {
  readonly requests: readonly DemandRequest[];
  readonly counting: Counting;
  /** Observed throughout. */
  readonly range: Span;
}

/** The longest of the observed times; an empty one where there is none. */
const longestOf = (observed: Observed): Span =>
  observed.reduce(
    (longest, span) => (span.to - span.from > longest.to - longest.from ? span : longest),
    { from: 0, to: 0 },
  );

function needed({ requests, counting, range }: Replayed, epsilon: number): SeatsNeededDto {
  const rounds = Math.floor(REPLAYED_REQUESTS / Math.max(1, requests.length));
  const interval =
    rounds < 1
      ? undefined
      : seatsNeededInterval(requests, range, {
          epsilon,
          counting,
          random: seededRandom(SEED),
          rounds: Math.min(MAX_ROUNDS, rounds),
        });
  return {
    blockedShare: epsilon,
    seats: seatsNeeded(requests, epsilon, counting) ?? null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}
