import { ProblemError } from './problem';

/** Writes the place of a page's last row so that it can be handed back. */
export const toCursor = (...numbers: readonly number[]) =>
  Buffer.from(numbers.join('.')).toString('base64url');

/**
 * Reads a cursor of `count` numbers.
 *
 * @throws ProblemError when it is not one that `toCursor` wrote.
 */
export function parseCursor(cursor: string, count: number): number[] {
  const numbers = Buffer.from(cursor, 'base64url').toString('latin1').split('.').map(Number);
  const isOurs = numbers.every(Number.isSafeInteger) && toCursor(...numbers) === cursor;
  if (isOurs && numbers.length === count) return numbers;
  const detail = `cursor "${cursor}" is not the nextCursor of a page of this list: start without it`;
  throw new ProblemError('LM_CURSOR_INVALID', detail, [{ parameter: 'cursor', detail }]);
}
