import type { CoverageDto, EpochMs } from '@license-monitor/api-contract';
import { gapCauses } from '../wording/gap-cause';

/** One time that is not measured, as a row. */
export interface GapRow {
  /** The server, or the product. */
  readonly of: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly why: string;
}

/** All times that are not measured: those of servers, then those of products; the latest first. */
export function toGapRows({ servers, products }: CoverageDto): readonly GapRow[] {
  const latestFirst = (rows: readonly GapRow[]) => [...rows].sort((a, b) => b.from - a.from);
  const ofServers = servers.flatMap(({ server, gaps }) =>
    gaps.map(({ from, to, cause }) => ({ of: server, from, to, why: gapCauses[cause] })),
  );
  const ofProducts = products.flatMap(({ product, gaps }) =>
    gaps.map(({ from, to, cause }) => ({ of: product, from, to, why: gapCauses[cause] })),
  );
  return [...latestFirst(ofServers), ...latestFirst(ofProducts)];
}
