import type { OverviewDto, ProductUsageDto } from '@license-monitor/api-contract';
import { locale } from '../wording/locale';

/** How many products the API draws beside each other. */
export const MAX_PRODUCTS = 6;

const toRank = ({ peakToday, licenses }: ProductUsageDto): number => (peakToday ?? 0) || licenses;

/**
 * Chooses the product that is shown while nobody has chosen: the one with the highest peak today, or
 * in use now where no peak was observed. Null when there is no product.
 */
export function chooseProduct({ products }: Pick<OverviewDto, 'products'>): string | null {
  const [first] = [...products].sort(
    (a, b) => toRank(b) - toRank(a) || a.product.localeCompare(b.product, locale),
  );
  return first?.product ?? null;
}
