import type { Place } from './cursor';
import type { Sort } from './sort';

/** The longest part of a name that rows are ordered by: a cursor holds it. */
const MAX_KEY_LENGTH = 100;

/** What rows are ordered by where names are compared without case. */
export const nameKey = (name: string | null): string | null =>
  name === null ? null : name.toLowerCase().slice(0, MAX_KEY_LENGTH);

/** Which of two places comes first; rows whose key is not known come last in both directions. */
export function comparePlaces(a: Place, b: Place, { isDescending }: Sort): number {
  if (a.key !== b.key) {
    if (a.key === null) return 1;
    if (b.key === null) return -1;
  }
  const rising = compare(a.key ?? 0, b.key ?? 0) || a.id - b.id;
  return isDescending ? -rising : rising;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : Number(a > b));

/**
 * The rows of a list that is in memory, in order.
 *
 * @param after only those behind this place.
 */
export function orderRows<Row>(
  rows: readonly Row[],
  sort: Sort,
  placeOf: (row: Row) => Place,
  after?: Place,
): Row[] {
  const placed = rows.map((row) => ({ row, place: placeOf(row) }));
  return placed
    .filter(({ place }) => after === undefined || comparePlaces(place, after, sort) > 0)
    .sort((a, b) => comparePlaces(a.place, b.place, sort))
    .map(({ row }) => row);
}
