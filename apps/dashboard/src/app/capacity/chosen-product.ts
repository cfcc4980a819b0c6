import type { EntitlementDto, EpochMs, ProductUsageDto } from '@license-monitor/api-contract';
import { fill } from '../wording/message';
import { countInUse } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';
import { isEntitlementOf, seatNumberAt } from './seats-owned';

/** The product that a screen of one product shows, and why that one. */
export interface ChosenProduct {
  readonly product: string;
  /** Why this one where the address names none; null where it names it, and it alone. */
  readonly why: string | null;
}

/** What is known of the products there are. */
export interface KnownProducts {
  readonly products: readonly ProductUsageDto[];
  readonly entitlements: readonly EntitlementDto[];
  readonly at: EpochMs;
}

/** The codes of all products that are used or owned, in their order. */
export function listProducts({
  products,
  entitlements,
}: Pick<KnownProducts, 'products' | 'entitlements'>): readonly string[] {
  const codes = [...products, ...entitlements].map(({ product }) => product);
  return [...new Set(codes)].sort();
}

/** Takes the product that the address names; of several the first. Null where it names none. */
export function chooseNamed(named: readonly string[]): ChosenProduct | null {
  const [product, ...others] = named;
  if (product === undefined) return null;
  const why =
    others.length === 0
      ? null
      : $localize`This screen shows one product: the first of the ${others.length + 1}:count: that are chosen.`;
  return { product, why };
}

/**
 * Chooses the product that is nearest to its limit now; where no number of seats is known, the one
 * with the most in use. Null where no product is known.
 */
export function chooseTightest({
  products,
  entitlements,
  at,
}: KnownProducts): ChosenProduct | null {
  const withOwned = products.map((usage) => ({
    usage,
    owned: usage.entitlement ?? ownedOf(usage, entitlements, at),
  }));
  const [tightest] = withOwned
    .flatMap(({ usage, owned }) => (owned === null || owned === 0 ? [] : [{ usage, owned }]))
    .sort((a, b) => b.usage.licenses / b.owned - a.usage.licenses / a.owned);
  if (tightest !== undefined) {
    const { usage, owned } = tightest;
    const inUse = countInUse(usage.licenses, usage.model, owned);
    const { product } = usage;
    const why = $localize`No product is chosen: ${toVisibleText(product)}:product: has the highest share in use now, ${inUse}:inUse:.`;
    return { product, why };
  }
  const [most] = [...products].sort((a, b) => b.licenses - a.licenses);
  if (most !== undefined) {
    const inUse = countInUse(most.licenses, most.model);
    const { product } = most;
    const why = $localize`No product is chosen: ${toVisibleText(product)}:product: has the most in use now, ${inUse}:inUse:, as no number of seats is known.`;
    return { product, why };
  }
  const [owned] = entitlements;
  if (owned === undefined) return null;
  const { product } = owned;
  const why = fill(
    $localize`{count, plural, one {No product is chosen: {product} is the first of # product that are owned; none is in use.} other {No product is chosen: {product} is the first of # products that are owned; none is in use.}}`,
    { count: entitlements.length, product: toVisibleText(product) },
  );
  return { product, why };
}

function ownedOf(
  usage: ProductUsageDto,
  entitlements: readonly EntitlementDto[],
  at: EpochMs,
): number | null {
  const own = entitlements.find((entitlement) => isEntitlementOf(entitlement, usage));
  return own === undefined ? null : seatNumberAt(own.intervals, at);
}
