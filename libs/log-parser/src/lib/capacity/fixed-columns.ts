/** A column of a fixed-width table. */
export interface FixedColumn {
  readonly name: string;
  /** Position of the first character, from 0. */
  readonly from: number;
}

/** A value that stands otherwise than its column. */
export interface MisplacedValue {
  readonly kind: 'valueTooLong' | 'valueMisplaced';
  readonly column: string;
  readonly value: string;
}

export interface FixedRow {
  /** By column, in the order of the header. */
  readonly values: Readonly<Record<string, string>>;
  readonly misplaced: readonly MisplacedValue[];
}

/** Reads where the columns begin from the header, whose names hold no blanks. */
export function readFixedColumns(header: string): readonly FixedColumn[] {
  return Array.from(header.matchAll(/\S+/g), (name) => ({ name: name[0], from: name.index }));
}

/**
 * Cuts a row at the columns. Values are aligned left, may hold single blanks, and are padded with
 * at least one blank. A value that is longer than its column is not cut: it ends at the next
 * blank, and the columns behind it are taken to have moved by as much, as they do where text is
 * padded but not cut. Both that and a value that begins late are reported.
 */
export function cutFixedRow(row: string, columns: readonly FixedColumn[]): FixedRow {
  const values: [name: string, value: string][] = [];
  const misplaced: MisplacedValue[] = [];
  let moved = 0;
  for (const [at, column] of columns.entries()) {
    const from = column.from + moved;
    const next = columns[at + 1];
    const nextFrom = next === undefined ? row.length + 1 : next.from + moved;
    const isTooLong = !isBlank(row[nextFrom - 1]);
    const end = isTooLong ? findBlank(row, nextFrom) : nextFrom;
    const value = row.slice(from, end).trim();
    if (isTooLong) moved += end + 1 - nextFrom;
    if (isTooLong) misplaced.push({ kind: 'valueTooLong', column: column.name, value });
    else if (value !== '' && isBlank(row[from])) {
      misplaced.push({ kind: 'valueMisplaced', column: column.name, value });
    }
    values.push([column.name, value]);
  }
  return { values: Object.fromEntries(values), misplaced };
}

const isBlank = (character: string | undefined) => character === undefined || character === ' ';

function findBlank(row: string, from: number): number {
  const at = row.indexOf(' ', from);
  return at < 0 ? row.length : at;
}
