import type { ProductUsageDto } from '@license-monitor/api-contract';
import { locale } from '../wording/locale';

/** From this share of the seats on, a product counts as high. */
export const HIGH_SHARE = 0.8;

/** How short of seats a product is; `unknown` when nobody said how many are owned. */
export type ProductState = 'full' | 'high' | 'free' | 'unknown';

type Seats = Pick<ProductUsageDto, 'licenses' | 'entitlement'>;

/** Says how short of seats a product is. */
export function toProductState({ licenses, entitlement }: Seats): ProductState {
  if (entitlement === null) return 'unknown';
  if (licenses > 0 && licenses >= entitlement) return 'full';
  return licenses >= entitlement * HIGH_SHARE && licenses > 0 ? 'high' : 'free';
}

const stateRank: Record<ProductState, number> = { full: 0, high: 1, free: 2, unknown: 2 };
const modelRank: Record<ProductUsageDto['model'], number> = {
  concurrentUser: 0,
  unknown: 0,
  namedUser: 1,
  token: 2,
  credit: 3,
};

function toShare({ licenses, entitlement }: Seats): number {
  return entitlement === null || entitlement === 0 ? 0 : licenses / entitlement;
}

/**
 * Sorts products by shortage: full, high, then what is used most; other models than concurrent
 * users come after, since their figures count something else.
 */
export function sortByShortage(products: readonly ProductUsageDto[]): readonly ProductUsageDto[] {
  const compare = (a: ProductUsageDto, b: ProductUsageDto) =>
    modelRank[a.model] - modelRank[b.model] ||
    stateRank[toProductState(a)] - stateRank[toProductState(b)] ||
    toShare(b) - toShare(a) ||
    b.licenses - a.licenses ||
    a.product.localeCompare(b.product, locale);
  return [...products].sort(compare);
}
