import { localTimeWriter } from './local-time';

/** A cell of a table; an instant is a Date. */
export type TableCell = string | number | boolean | Date | null;

/** A column of an exported table: its name and what stands in it. */
export interface Column<Row> {
  readonly name: string;
  /** Whether Dates stand in it: a file with local times has a column more for each such. */
  readonly isInstant?: boolean;
  readonly read: (row: Row) => TableCell;
}

/** Columns that are properties of the rows as they are. */
export const plain = <Row extends object>(...names: (keyof Row & string)[]): Column<Row>[] =>
  names.map((name) => ({ name, read: (row) => row[name] as TableCell }));

/** A column with an instant: epoch milliseconds, or null. */
export const instant = <Row extends object>(name: keyof Row & string): Column<Row> => ({
  name,
  isInstant: true,
  read: (row) => {
    const at = row[name] as number | null;
    return at === null ? null : new Date(at);
  },
});

/** Columns with another one behind each instant: the same as local time of a zone. */
export function withLocalTimes<Row>(
  columns: readonly Column<Row>[],
  zone: string,
): readonly Column<Row>[] {
  const write = localTimeWriter(zone);
  const toLocal = ({ name, read }: Column<Row>): Column<Row> => ({
    name: `${name}Local`,
    read: (row) => {
      const at = read(row);
      return at instanceof Date ? write(at) : at;
    },
  });
  return columns.flatMap((column) => (column.isInstant ? [column, toLocal(column)] : [column]));
}
