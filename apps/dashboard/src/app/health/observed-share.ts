import type { CoverageDto } from '@license-monitor/api-contract';
import { formatFixed, writePercent } from '../wording/number';

/** How much of a range the logs of one server tell about. */
export interface ObservedShare {
  readonly server: string;
  /** 0 to 1; null for an empty range. */
  readonly share: number | null;
}

/** The observed share of each server, or cluster. */
export function toObservedShares({ from, to, servers }: CoverageDto): readonly ObservedShare[] {
  return servers.map(({ server, observedMs }) => ({
    server,
    share: to > from ? observedMs / (to - from) : null,
  }));
}

/** Writes an observed share, cut to a tenth of a percent: only what is whole reads 100 %. */
export function formatObserved(share: number): string {
  const tenths = Math.floor(share * 1000 + 1e-9);
  return writePercent(formatFixed(tenths / 10, tenths % 10 === 0 ? 0 : 1));
}
