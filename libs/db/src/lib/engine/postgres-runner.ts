import type { DataSource, QueryRunner as OrmRunner } from 'typeorm';
import type { Cell, InsertTarget, NumberedTable, QueryRunner } from './query-runner';
import { toPostgres, toPostgresParameters } from './to-postgres';

/** Rows per statement: with more, nothing is gained. */
const ROWS_PER_STATEMENT = 2_000;

/** Readers listen here for what writers have committed. */
export const CHANGES_CHANNEL = 'license_monitor';

/** The writer's connection to PostgreSQL. What it holds for itself, such as its claims, goes with it. */
export class PostgresRunner implements QueryRunner {
  readonly isShared = true;
  private runner: OrmRunner;
  private isOpen = false;
  /** Types of the columns of tables, as `bigint`. */
  private readonly columnTypes = new Map<string, ReadonlyMap<string, string>>();

  constructor(private readonly dataSource: DataSource) {
    this.runner = dataSource.createQueryRunner();
  }

  get isInTransaction(): boolean {
    return this.isOpen;
  }

  /** Takes another connection, where this one may be broken; nothing is claimed then. */
  async reconnect(): Promise<void> {
    this.isOpen = false;
    // It is broken, or is about to be given up: whatever it says does not matter.
    await this.runner.release().catch(() => undefined);
    this.runner = this.dataSource.createQueryRunner();
  }

  query(
    sql: string,
    parameters: readonly unknown[] = [],
    isCounted = false,
  ): Promise<{ readonly affected?: number | null | undefined }> {
    const statement = toPostgres(sql);
    const values = toPostgresParameters(statement, parameters);
    return this.runner.query(statement.sql, values, isCounted as true);
  }

  /** One array for each column: half as long again as one JSON text for all rows takes twice that. */
  async insert(target: InsertTarget, rows: readonly (readonly Cell[])[]): Promise<number> {
    if (rows.length === 0) return 0;
    const { table, columns, blobs = [], onConflict } = target;
    const types = await this.typesOf(table);
    const names = columns.map((column) => `"${column}"`).join(', ');
    const arrays = columns.map((column, at) => `$${at + 1}::${types.get(column) ?? 'text'}[]`);
    const conflict = onConflict === undefined ? '' : ` ON CONFLICT ${onConflict}`;
    const sql = `INSERT INTO "${table}" (${names}) SELECT * FROM unnest(${arrays.join(', ')})${conflict}`;
    let affected = 0;
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
      const some = rows.slice(from, from + ROWS_PER_STATEMENT);
      const values = columns.map((column, at) =>
        toArray(
          some.map((row) => row[at] ?? null),
          blobs.includes(column),
        ),
      );
      affected += (await this.runner.query(sql, values, true)).affected ?? 0;
    }
    return affected;
  }

  async reserveIds(table: NumberedTable, count: number): Promise<number> {
    const [row] = (await this.query('SELECT reserve_ids(?, ?) AS id', [table, count])) as {
      id: number;
    }[];
    if (row === undefined) throw new Error(`no numbers for ${table}`);
    return row.id;
  }

  async begin(): Promise<void> {
    await this.query('BEGIN');
    this.isOpen = true;
  }

  /** Tells whoever listens, with the same commit. */
  async commit(): Promise<void> {
    await this.query(`SELECT pg_notify('${CHANGES_CHANNEL}', '')`);
    await this.query('COMMIT');
    this.isOpen = false;
  }

  async rollback(): Promise<void> {
    this.isOpen = false;
    // A broken connection has rolled back already.
    await this.query('ROLLBACK').catch(() => undefined);
  }

  private async typesOf(table: string): Promise<ReadonlyMap<string, string>> {
    const known = this.columnTypes.get(table);
    if (known !== undefined) return known;
    const rows = (await this.query(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type
         FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0`,
      [table],
    )) as { name: string; type: string }[];
    const types = new Map(rows.map(({ name, type }) => [name, type]));
    this.columnTypes.set(table, types);
    return types;
  }
}

/** Numbers are written out at once; texts are left to the driver, which knows how to quote them. */
function toArray(cells: readonly Cell[], isBlob: boolean): unknown {
  if (isBlob) return cells.map((cell) => (cell === null ? null : `\\x${cell}`));
  if (cells.some((cell) => typeof cell === 'string')) {
    return cells.map((cell) =>
      typeof cell === 'string' ? cell.replaceAll('\u0000', '\ufffd') : cell,
    );
  }
  return `{${cells.map((cell) => cell ?? 'NULL').join()}}`;
}
