import type { QueryRunner } from 'typeorm';

/** A value that JSON and SQLite both hold exactly. */
export type Cell = string | number | null;

/** Rows per statement: measured best for SQLite (docs/benchmarks.md, import). */
const ROWS_PER_STATEMENT = 2_000;

export interface InsertTarget {
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns whose cells are hexadecimal text for bytes. */
  readonly blobs?: readonly string[];
  /** What to do where a row is there already, as SQL behind `ON CONFLICT`. */
  readonly onConflict?: string;
}

/**
 * Inserts rows in bulk: one statement per 2,000 rows, the rows as one JSON parameter, which is ten
 * times as fast as the ORM's own insert. `jsonb_each` parses the rows once; `json_each` would parse
 * each anew for each of its columns, which takes twice as long.
 *
 * @returns how many rows were inserted or updated.
 */
export async function insertRows(
  runner: QueryRunner,
  target: InsertTarget,
  rows: readonly (readonly Cell[])[],
): Promise<number> {
  const sql = insertStatement(target);
  let affected = 0;
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const json = JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT));
    const result = await runner.query(sql, [json], true);
    affected += result.affected ?? 0;
  }
  return affected;
}

function insertStatement(target: InsertTarget): string {
  const { table, columns, blobs = [], onConflict } = target;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const cells = columns.map((column, at) =>
    blobs.includes(column) ? `unhex(value ->> ${at})` : `value ->> ${at}`,
  );
  // "WHERE true" keeps SQLite from reading ON CONFLICT as a join condition.
  const conflict = onConflict === undefined ? '' : ` WHERE true ON CONFLICT ${onConflict}`;
  return `INSERT INTO "${table}" (${names}) SELECT ${cells.join(', ')} FROM jsonb_each(?)${conflict}`;
}

/** Hexadecimal text of bytes, for a column named in `blobs`. */
export const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
