import type { ProductUsageDto } from '@license-monitor/api-contract';
import { toProductKey } from '../data/product-key';

/**
 * Returns what is owned by product key. A product under several licence models is left out: one
 * number could not say which of them it means.
 */
export function toEntitlements(
  products: readonly Pick<ProductUsageDto, 'product' | 'editor' | 'entitlement'>[],
): ReadonlyMap<string, number> {
  const owned = new Map<string, number>();
  const seen = new Set<string>();
  for (const product of products) {
    const key = toProductKey(product);
    if (seen.has(key)) owned.delete(key);
    else if (product.entitlement !== null) owned.set(key, product.entitlement);
    seen.add(key);
  }
  return owned;
}
