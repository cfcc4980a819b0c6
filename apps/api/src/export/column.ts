/** A cell of a table; an instant is a Date. */
export type TableCell = string | number | boolean | Date | null;

/** A column of an exported table: its name and what stands in it. */
export interface Column<Row> {
  readonly name: string;
  readonly read: (row: Row) => TableCell;
}

/** Columns that are properties of the rows as they are. */
export const plain = <Row extends object>(...names: (keyof Row & string)[]): Column<Row>[] =>
  names.map((name) => ({ name, read: (row) => row[name] as TableCell }));

/** A column with an instant: epoch milliseconds, or null. */
export const instant = <Row extends object>(name: keyof Row & string): Column<Row> => ({
  name,
  read: (row) => {
    const at = row[name] as number | null;
    return at === null ? null : new Date(at);
  },
});
