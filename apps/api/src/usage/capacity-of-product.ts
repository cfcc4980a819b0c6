import {
  capacityIntervals,
  sumCapacity,
  type Capacity,
  type CapacityInterval,
  type Span,
} from '@license-monitor/analytics';
import type { EntitlementIntervalDto } from '@license-monitor/api-contract';
import type { CapacityReportInfo } from '@license-monitor/db';
import type { ProductRows } from './usage-range';

/** C(t) of one product: of each server, and of all of them together where all are known. */
export interface ProductCapacity {
  readonly byServer: ReadonlyMap<string, readonly CapacityInterval[]>;
  readonly total: readonly Capacity[];
}

/** @param capacity by server: its reports, narrowed to the product. */
export function capacityOfProduct(capacity: ProductRows['capacity']): ProductCapacity {
  const byServer = new Map(
    [...capacity].map(([server, reports]) => [server, capacityIntervals(reports.map(toReport))]),
  );
  const servers = [...byServer.values()];
  return { byServer, total: servers.length === 0 ? [] : sumCapacity(servers) };
}

const toReport = ({ source, takenAt, pools }: CapacityReportInfo) => ({
  source,
  from: takenAt,
  to: null,
  pools: pools.map(({ key, seats, validFrom, validTo }) => ({
    key,
    seats,
    from: validFrom,
    to: validTo,
  })),
});

/** The intervals that touch a range; of several servers their sum, whose source is the first one's. */
export function entitlementsWithin(
  { byServer, total }: ProductCapacity,
  { from, to }: Span,
): EntitlementIntervalDto[] | null {
  const [only, ...others] = [...byServer.values()];
  if (only === undefined) return null;
  const all = others.length === 0 ? only : total.map((one) => withSource(one, [only, ...others]));
  const within = all.filter((one) => one.from < to && (one.to ?? Infinity) > from);
  return within.length === 0 ? null : within;
}

function withSource(
  sum: Capacity,
  servers: readonly (readonly CapacityInterval[])[],
): CapacityInterval {
  const parts = servers.flatMap((intervals) =>
    intervals.filter((one) => one.from <= sum.from && (one.to ?? Infinity) > sum.from),
  );
  return {
    ...sum,
    source: parts[0]?.source ?? 'manual',
    others: parts.flatMap(({ others }) => others),
  };
}
