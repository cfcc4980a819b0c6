import type { Cell, InsertTarget, QueryRunner } from '../engine/query-runner';

export type { Cell, InsertTarget } from '../engine/query-runner';

/**
 * Inserts rows in bulk.
 *
 * @returns how many rows were inserted or updated.
 */
export const insertRows = (
  runner: QueryRunner,
  target: InsertTarget,
  rows: readonly (readonly Cell[])[],
): Promise<number> => runner.insert(target, rows);

/** Hexadecimal text of bytes, for a column named in `blobs`. */
export const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
