import type { ProductInUseDto } from '@license-monitor/api-contract';

/**
 * Returns the key of a product: its code alone is not unique. Names come from lines of a log, so
 * none of them can hold the line end that separates them here.
 */
export function toProductKey({
  product,
  editor,
}: Pick<ProductInUseDto, 'product' | 'editor'>): string {
  return `${editor ?? ''}\n${product}`;
}

/** Returns the key of a row of the overview: a product under one licence model. */
export function toUsageKey(usage: Pick<ProductInUseDto, 'product' | 'editor' | 'model'>): string {
  return `${toProductKey(usage)}\n${usage.model}`;
}
