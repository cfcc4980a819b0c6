import type { QueryRunner } from 'typeorm';
import type { Cell, InsertTarget } from './insert-rows';

/** Names that have a number but no row yet. */
export interface NewNames {
  readonly target: InsertTarget;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Numbers for names, kept in memory and in one table. A new name gets its number at once and its
 * row with the next `Names.save`, inside the transaction of the events that use it.
 */
export class NameTable {
  private readonly idByKey = new Map<string, number>();
  private readonly nameById = new Map<number, readonly Cell[]>();
  private pending: Cell[][] = [];
  private lastId = 0;

  /**
   * @param columns columns of the name, without the id.
   * @param toKey what makes two names the same.
   */
  constructor(
    private readonly table: string,
    private readonly columns: readonly string[],
    private readonly toKey: (name: readonly Cell[]) => string = (name) => name.join('\u0000'),
  ) {}

  async load(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query(`SELECT * FROM "${this.table}" ORDER BY id`)) as Record<
      string,
      Cell
    >[];
    for (const row of rows) {
      const id = Number(row['id']);
      this.remember(
        id,
        this.columns.map((column) => row[column] ?? null),
      );
    }
  }

  /** The number of a name, a new one where it is not known. */
  idOf(...name: Cell[]): number {
    const known = this.idByKey.get(this.toKey(name));
    if (known !== undefined) return known;
    const id = this.lastId + 1;
    this.remember(id, name);
    this.pending.push([id, ...name]);
    return id;
  }

  /** The name as it was seen first. */
  nameOf(id: number): readonly Cell[] {
    const name = this.nameById.get(id);
    if (name === undefined) throw new Error(`${this.table} has no row ${id}`);
    return name;
  }

  /** The rows of names that are new since the last time. */
  takeNew(): NewNames {
    const rows = this.pending;
    this.pending = [];
    return { target: { table: this.table, columns: ['id', ...this.columns] }, rows };
  }

  private remember(id: number, name: readonly Cell[]): void {
    this.idByKey.set(this.toKey(name), id);
    this.nameById.set(id, name);
    this.lastId = Math.max(this.lastId, id);
  }
}
