/** A row of a long table where it is drawn. */
export interface DrawnRow<Row> {
  readonly row: Row;
  /** Its place in the whole table, from 0. */
  readonly index: number;
  /** The number of the element that shows it. */
  readonly element: number;
}

/** What tells the rows of a table apart. */
export type KeyOf<Row> = (row: Row) => number | string;

/** The rows to draw, and what they were drawn in so far. */
export interface Drawing<Row> {
  readonly before: readonly DrawnRow<Row>[];
  readonly rows: readonly Row[];
  /** The place of the first of the rows in the whole table. */
  readonly start: number;
  /** The number of the element that has the focus. */
  readonly focused: number | undefined;
}

/**
 * Gives rows the elements they are drawn in. To fill an element with another row costs a third of making
 * one, so the elements of rows that are gone show new ones; a row that stays keeps its own. The element
 * that has the focus never shows another row: Enter would open what was not chosen.
 */
export function toDrawnRows<Row>(
  { before, rows, start, focused }: Drawing<Row>,
  keyOf: KeyOf<Row>,
): readonly DrawnRow<Row>[] {
  const placeOf = new Map(before.map((one, place) => [keyOf(one.row), { ...one, place }]));
  const staying = new Set(rows.map(keyOf));
  const drawn: DrawnRow<Row>[] = [];
  const draw = (row: Row, at: number, element: number) => {
    drawn[at] = { row, index: start + at, element };
  };
  let made = before.reduce((highest, { element }) => Math.max(highest, element + 1), 0);
  let free: number[] = [];
  let waiting: { readonly row: Row; readonly at: number }[] = [];
  let passed = 0;
  // A free element moves down if need be, never up: that takes all rows in between out of the page.
  const fillUpTo = (place: number) => {
    for (const { row, element } of before.slice(passed, place))
      if (!staying.has(keyOf(row)) && element !== focused) free.push(element);
    const reused = free.splice(Math.max(0, free.length - waiting.length));
    waiting.forEach(({ row, at }, nth) => draw(row, at, reused[nth] ?? made++));
    waiting = [];
    // Around the focus nothing moves: a row that is moved loses it.
    if (focused !== undefined) free = [];
  };
  rows.forEach((row, at) => {
    const own = placeOf.get(keyOf(row));
    if (own === undefined) {
      waiting.push({ row, at });
      return;
    }
    draw(row, at, own.element);
    if (own.place < passed) return;
    fillUpTo(own.place);
    passed = own.place + 1;
  });
  fillUpTo(before.length);
  return drawn;
}
