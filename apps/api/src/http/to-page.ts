import type { Page } from '@license-monitor/api-contract';

/**
 * Makes a page of rows that were asked for with one more than the page holds: that one only tells
 * whether there is a next page.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toCursorOf: (last: Row) => string,
): Page<Item> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > page.length && last !== undefined;
  return { items: page.map(toItem), nextCursor: hasMore ? toCursorOf(last) : null };
}
