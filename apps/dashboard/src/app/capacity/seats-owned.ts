import type {
  EntitlementDto,
  EntitlementIntervalDto,
  EpochMs,
  ProductInUseDto,
} from '@license-monitor/api-contract';

/** What is owned at an instant. `unlimited` is known, `unknown` is not. */
export type SeatsOwned =
  | { readonly kind: 'known'; readonly seats: number }
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'unknown' };

/** The interval that holds an instant; undefined where none does. */
export function intervalAt(
  intervals: readonly EntitlementIntervalDto[],
  at: EpochMs,
): EntitlementIntervalDto | undefined {
  return intervals.find(({ from, to }) => from <= at && (to === null || at < to));
}

/** What the intervals say of an instant. */
export function seatsOwnedAt(
  intervals: readonly EntitlementIntervalDto[] | null,
  at: EpochMs,
): SeatsOwned {
  const interval = intervalAt(intervals ?? [], at);
  if (interval === undefined) return { kind: 'unknown' };
  const { seats } = interval;
  return seats === null ? { kind: 'unlimited' } : { kind: 'known', seats };
}

/** The number that is owned; null while unknown or without limit. */
export function toSeatNumber(owned: SeatsOwned): number | null {
  return owned.kind === 'known' ? owned.seats : null;
}

/** The number that is owned at an instant; null where that is not known, or without limit. */
export const seatNumberAt = (
  intervals: readonly EntitlementIntervalDto[] | null,
  at: EpochMs,
): number | null => toSeatNumber(seatsOwnedAt(intervals, at));

/**
 * Whether what was enough for a share of the requests is a bound from below: above what is owned stand
 * those that a full pool refused, and they would have found it full with some more seats, too.
 */
export function isBeyondOwned(enoughByRequests: number | null, owned: number | null): boolean {
  return owned !== null && enoughByRequests !== null && enoughByRequests > owned;
}

/** Whether an entitlement is of a product in use: a source may leave out the editor, or the model. */
export function isEntitlementOf(
  entitlement: Pick<EntitlementDto, 'product' | 'editor' | 'model'>,
  usage: Pick<ProductInUseDto, 'product' | 'editor' | 'model'>,
): boolean {
  const { product, editor, model } = entitlement;
  const isSameEditor = editor === null || usage.editor === null || editor === usage.editor;
  const isSameModel = model === 'unknown' || usage.model === 'unknown' || model === usage.model;
  return product === usage.product && isSameEditor && isSameModel;
}
