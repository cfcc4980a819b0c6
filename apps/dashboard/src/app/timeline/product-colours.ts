import type { TimelineLaneDto } from '@license-monitor/api-contract';

/** No more colours than these can be told apart; further products share a grey. */
export const MAX_COLOURS = 6;

/** A product of a timeline and which colour it has, from 1; null where it has none of its own. */
export interface ProductColour {
  readonly product: string;
  readonly colour: number | null;
}

/**
 * Gives the products that are held longest a colour each, those with most first. The order of equal
 * ones is that of their codes, so that colours stay while nothing changes.
 */
export function toProductColours(
  lanes: readonly TimelineLaneDto[],
  to: number,
): readonly ProductColour[] {
  const heldMs = new Map<string, number>();
  for (const { product, startedAt, endedAt } of lanes.flatMap(({ bars }) => bars)) {
    const lengthMs = Math.max(0, (endedAt ?? to) - startedAt);
    heldMs.set(product, (heldMs.get(product) ?? 0) + lengthMs);
  }
  return [...heldMs]
    .sort(([a, aMs], [b, bMs]) => bMs - aMs || (a < b ? -1 : 1))
    .map(([product], index) => ({ product, colour: index < MAX_COLOURS ? index + 1 : null }));
}
