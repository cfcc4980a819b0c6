/** A row as the database gives it. */
export type Cells = Record<string, string | number | null>;

/** Asks the database, with the parameters of the statement's question marks. */
export type Query = (sql: string, parameters?: readonly (string | number)[]) => Promise<Cells[]>;

type Cell = string | number | null | undefined;

export const numberOrNull = (cell: Cell) =>
  cell === null || cell === undefined ? null : Number(cell);

/** The database keeps an unknown name as an empty text. */
export const textOrNull = (cell: Cell) =>
  cell === null || cell === undefined || cell === '' ? null : String(cell);
