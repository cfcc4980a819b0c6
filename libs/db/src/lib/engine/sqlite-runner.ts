import type { DataSource, QueryRunner as OrmRunner } from 'typeorm';
import type { Cell, InsertTarget, NumberedTable, QueryRunner } from './query-runner';

/** Rows per statement: measured best (docs/benchmarks.md, import). */
const ROWS_PER_STATEMENT = 2_000;

/** The writer's connection to a SQLite file; it is the only one that writes, so it counts for itself. */
export class SqliteRunner implements QueryRunner {
  readonly isShared = false;
  private readonly runner: OrmRunner;
  private readonly nextIds = new Map<NumberedTable, number>();
  private isOpen = false;

  constructor(dataSource: DataSource) {
    this.runner = dataSource.createQueryRunner();
  }

  get isInTransaction(): boolean {
    return this.isOpen;
  }

  query(
    sql: string,
    parameters: readonly unknown[] = [],
    isCounted = false,
  ): Promise<{ readonly affected?: number | null | undefined }> {
    return this.runner.query(sql, [...parameters], isCounted as true);
  }

  /**
   * One statement per 2,000 rows, the rows as one JSON parameter, which is ten times as fast as the
   * ORM's own insert. `jsonb_each` parses the rows once; `json_each` would parse each anew for each of
   * its columns, which takes twice as long.
   */
  async insert(target: InsertTarget, rows: readonly (readonly Cell[])[]): Promise<number> {
    const sql = insertStatement(target);
    let affected = 0;
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
      const json = JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT));
      affected += (await this.query(sql, [json], true)).affected ?? 0;
    }
    return affected;
  }

  async reserveIds(table: NumberedTable, count: number): Promise<number> {
    const first = this.nextIds.get(table) ?? (await this.readNextId(table));
    this.nextIds.set(table, first + count);
    return first;
  }

  /** Takes the write lock at once, so that the transaction cannot fail half-way for want of it. */
  async begin(): Promise<void> {
    await this.query('BEGIN IMMEDIATE');
    this.isOpen = true;
  }

  async commit(): Promise<void> {
    await this.query('COMMIT');
    this.isOpen = false;
  }

  async rollback(): Promise<void> {
    this.isOpen = false;
    this.nextIds.clear();
    // Some errors, such as a full disk, have rolled back already: then this finds nothing to undo.
    await this.query('ROLLBACK').catch(() => undefined);
  }

  private async readNextId(table: NumberedTable): Promise<number> {
    const sql = `SELECT COALESCE(MAX(id), 0) + 1 AS id FROM "${table}"`;
    const [row] = (await this.query(sql)) as { id: number }[];
    return row?.id ?? 1;
  }
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
