import type { PagePosition } from '@license-monitor/db';
import { ProblemError } from './problem';

/** What rows are ordered by. Unknown ones come last, whatever the direction. */
export type OrderKey = string | number | null;

/** The place of a row in an ordered list: rows with equal keys come by their ids. */
export interface Place {
  readonly key: OrderKey;
  readonly id: number;
}

/** Writes the place of a page's last row so that it can be handed back; it is of one order only. */
export const toCursor = (sort: string, { key, id }: Place): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');

/**
 * Reads the cursor of a list that is ordered by `sort`.
 *
 * @throws ProblemError when it is not one that `toCursor` wrote for this order.
 */
export function parseCursor(cursor: string, sort: string): Place {
  const [order, key, id] = readParts(cursor);
  if (typeof order !== 'string' || !isOrderKey(key) || !isWhole(id)) throw refuse(cursor);
  if (toCursor(order, { key, id }) !== cursor) throw refuse(cursor);
  if (order !== sort) throw refuse(cursor, `, which is ordered by ${sort} and not by ${order}`);
  return { key, id };
}

/** The same of a list that is ordered by instants or other numbers, as the database pages through it. */
export function parsePosition(cursor: string | undefined, sort: string): PagePosition | null {
  if (cursor === undefined) return null;
  const { key, id } = parseCursor(cursor, sort);
  if (typeof key === 'string') throw refuse(cursor);
  return { at: key, id };
}

function readParts(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    // SyntaxError: whether a text is JSON only reading it can tell.
    return [];
  }
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const isOrderKey = (value: unknown): value is OrderKey =>
  value === null || typeof value === 'string' || isWhole(value);

function refuse(cursor: string, why = ''): ProblemError {
  const detail = `cursor "${cursor}" is not the nextCursor of a page of this list${why}: start without it`;
  return new ProblemError('LM_CURSOR_INVALID', detail, [{ parameter: 'cursor', detail }]);
}
