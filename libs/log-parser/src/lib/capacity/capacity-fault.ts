/** What can be wrong with output that was read all the same. */
export type CapacityFaultKind =
  /** No prompt follows the output, so rows may be missing at its end. */
  | 'endNotSeen'
  /** The server said of itself that it is not ready. */
  | 'serverNotReady'
  /** Some rows could not be read; they are listed beside the faults. */
  | 'rowsUnreadable'
  /** The same command's output stands in the text a second time; only the first is read. */
  | 'tableRepeated'
  /** The header names a column that is not known. */
  | 'columnUnknown'
  /** The rows of one pool name different numbers of seats or of seats in use; the first counts. */
  | 'countsContradict'
  /** A pool without a use, or its text line, stands there twice: one pool, or two alike. */
  | 'rowRepeated'
  | 'modelUnknown'
  | 'dateUnreadable'
  | 'numberUnreadable'
  /** A use that names no user, no machine and no internal id. */
  | 'holderMissing'
  /** A value reaches into the next column; it is kept whole and the rest of the row moved. */
  | 'valueTooLong'
  /** A value begins behind the start of its column. */
  | 'valueMisplaced';

/** Something in the tool's output that lowers trust. It never discards what was read. */
export interface CapacityFault {
  readonly kind: CapacityFaultKind;
  /** Line of the whole text, from 1; null where no single line is at fault. */
  readonly lineNumber: number | null;
  /** The text at fault, empty where there is none. */
  readonly text: string;
}

export type UnreadableReason =
  /** The text stops inside the row: what is there may be half a number. */
  | 'unterminated'
  | 'quoteUnclosed'
  /** The header lacks product, seats or seats in use. */
  | 'columnsMissing'
  /** More fields than columns, and no place where the surplus commas fit. */
  | 'tooManyFields'
  | 'productMissing'
  | 'seatsUnreadable'
  /** A use before any pool. */
  | 'poolMissing'
  | 'notUnderstood';

/** A row that says nothing which can be trusted, kept as it stands. */
export interface UnreadableRow {
  /** Line of the whole text, from 1. */
  readonly lineNumber: number;
  readonly reason: UnreadableReason;
  readonly text: string;
}
