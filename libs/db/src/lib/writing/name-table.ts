import type { Cell, NumberedTable, QueryRunner } from '../engine/query-runner';

type Name = readonly Cell[];

/** A number, or the numbers by the next part of the key. A key in one text would be made anew for each line. */
type Ids = number | Map<Cell, Ids>;

/** A name that has a number but no row yet. */
export interface NewName {
  readonly id: number;
  readonly name: Name;
}

/**
 * Numbers for names, kept in memory and in one table. A new name gets its number at once and its
 * row with the next `Names.save`. Where others may add names, too, its number is a negative one until
 * then: only the database knows which is free.
 */
export class NameTable {
  private readonly ids = new Map<Cell, Ids>();
  private readonly nameById = new Map<number, Name>();
  /** The numbers that names have got instead of negative ones. */
  private readonly settledIds = new Map<number, number>();
  /** Which of the columns make two names the same. */
  private readonly places: readonly number[];
  private pending: NewName[] = [];
  private lastId = 0;

  /**
   * @param columns columns of the name, without the id.
   * @param key those of them that make two names the same; they are unique in the table.
   * @param isShared whether others may add names.
   */
  constructor(
    private readonly table: NumberedTable,
    private readonly columns: readonly string[],
    private readonly key: readonly string[],
    private readonly isShared: boolean,
  ) {
    this.places = key.map((column) => columns.indexOf(column));
  }

  async load(runner: QueryRunner): Promise<void> {
    for (const { id, name } of await this.read(runner, '', [])) this.remember(id, name);
  }

  /** The number of a name, a new one where it is not known. */
  idOf(...name: Cell[]): number {
    const known = this.find(name);
    if (known !== undefined) return known;
    const id = this.isShared ? -this.nameById.size - 1 : this.lastId + 1;
    this.remember(id, name);
    this.pending.push({ id, name });
    return id;
  }

  /** The name as it was seen first. */
  nameOf(id: number): Name {
    const name = this.nameById.get(id);
    if (name === undefined) throw new Error(`${this.table} has no row ${id}`);
    return name;
  }

  /** The number of a name that was saved since it got another one. */
  settledId<Id extends number | null>(id: Id): Id | number {
    return id === null || id >= 0 ? id : (this.settledIds.get(id) ?? id);
  }

  /** Whether names are new since the last time they were taken. */
  get hasNew(): boolean {
    return this.pending.length > 0;
  }

  /** The names that are new since the last time. */
  takeNew(): NewName[] {
    const names = this.pending;
    this.pending = [];
    return names;
  }

  /** Writes names; run it in a transaction. */
  async save(runner: QueryRunner, names: readonly NewName[]): Promise<void> {
    if (names.length === 0) return;
    if (this.isShared) return this.saveShared(runner, names);
    await runner.insert(
      this.target,
      names.map(({ id, name }) => [id, ...name]),
    );
  }

  /** Always in the same order: two that add the same names wait for each other, but never crosswise. */
  private async saveShared(runner: QueryRunner, names: readonly NewName[]): Promise<void> {
    const keyed = names.map((one) => ({ ...one, key: this.toKey(one.name) }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
    const first = await runner.reserveIds(this.table, keyed.length);
    const rows = keyed.map(({ name }, index) => [first + index, ...name]);
    const target = { ...this.target, onConflict: 'DO NOTHING' };
    const isAllNew = (await runner.insert(target, rows)) === rows.length;
    const stored = isAllNew ? new Map<string, NewName>() : await this.findStored(runner, keyed);
    keyed.forEach(({ id, name, key }, index) => {
      const settled = stored.get(key) ?? { id: first + index, name };
      this.settledIds.set(id, settled.id);
      this.remember(settled.id, settled.name);
    });
  }

  /** Stored names by their keys; also others that are partly the same. */
  private async findStored(
    runner: QueryRunner,
    names: readonly NewName[],
  ): Promise<Map<string, NewName>> {
    const [column = ''] = this.key;
    const at = this.columns.indexOf(column);
    const values = [...new Set(names.map(({ name }) => name[at]))];
    const where = `WHERE "${column}" IN (SELECT value FROM json_each(?))`;
    const found = await this.read(runner, where, [JSON.stringify(values)]);
    return new Map(found.map((one) => [this.toKey(one.name), one]));
  }

  private async read(runner: QueryRunner, where: string, parameters: string[]): Promise<NewName[]> {
    const sql = `SELECT * FROM "${this.table}" ${where} ORDER BY id`;
    const rows = (await runner.query(sql, parameters)) as Record<string, Cell>[];
    return rows.map((row) => ({
      id: Number(row['id']),
      name: this.columns.map((column) => row[column] ?? null),
    }));
  }

  private get target() {
    return { table: this.table, columns: ['id', ...this.columns] };
  }

  private remember(id: number, name: Name): void {
    const { places } = this;
    const last = places.length - 1;
    let ids: Map<Cell, Ids> = this.ids;
    for (let nth = 0; nth < last; nth++) {
      const cell = this.cellOf(name, nth);
      let inner = ids.get(cell);
      if (!(inner instanceof Map)) ids.set(cell, (inner = new Map<Cell, Ids>()));
      ids = inner;
    }
    ids.set(this.cellOf(name, last), id);
    this.nameById.set(id, name);
    this.lastId = Math.max(this.lastId, id);
  }

  private find(name: Name): number | undefined {
    let found: Ids | undefined = this.ids;
    for (let nth = 0; nth < this.places.length && found instanceof Map; nth++)
      found = found.get(this.cellOf(name, nth));
    return found as number | undefined;
  }

  private cellOf(name: Name, nth: number): Cell {
    return name[this.places[nth] ?? 0] ?? null;
  }

  private toKey(name: Name): string {
    return this.places.map((at) => name[at]).join('\u0000');
  }
}
