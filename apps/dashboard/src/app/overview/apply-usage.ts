import type { EpochMs, OverviewDto, ProductInUseDto } from '@license-monitor/api-contract';
import { toUsageKey } from '../data/product-key';

/**
 * Puts the figures of a `usage` message into the overview, and raises today's peak where they
 * exceed it. A product the overview does not know waits for the next answer of the API.
 */
export function applyUsage(
  overview: OverviewDto,
  changed: readonly ProductInUseDto[],
  at: EpochMs,
): OverviewDto {
  const figures = new Map(changed.map((product) => [toUsageKey(product), product]));
  const products = overview.products.map((product) => {
    const inUse = figures.get(toUsageKey(product));
    if (inUse === undefined) return product;
    // A peak that the API does not know yet stays unknown: what is in use now may be its smaller part.
    const isPeak = product.peakToday !== null && inUse.licenses > product.peakToday;
    return {
      ...product,
      ...inUse,
      peakToday: isPeak ? inUse.licenses : product.peakToday,
      peakTodayAt: isPeak ? at : product.peakTodayAt,
    };
  });
  return { ...overview, asOf: Math.max(overview.asOf, at), products };
}
