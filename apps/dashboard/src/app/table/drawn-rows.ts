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

/**
 * Gives rows the elements they are drawn in. To fill an element with another row costs a third of making
 * one, so the elements of rows that are gone show new ones. A row that was drawn before keeps its own, and
 * with it the focus, as long as it keeps its place among the others that stay.
 *
 * @param before the rows as they were drawn last.
 * @param rows those to draw now, the first at the place `start` of the table.
 */
export function toDrawnRows<Row>(
  before: readonly DrawnRow<Row>[],
  rows: readonly Row[],
  start: number,
  keyOf: KeyOf<Row>,
): readonly DrawnRow<Row>[] {
  const placeOf = new Map(before.map(({ row }, place) => [keyOf(row), place]));
  const elements: number[] = [];
  const free: number[] = [];
  let made = before.reduce((highest, { element }) => Math.max(highest, element + 1), 0);
  let passed = 0;
  let waiting = 0;
  // An element moves down if need be, never up: that would take those in between out of the page.
  const fillUpTo = (place: number) => {
    free.push(...before.slice(passed, place).map(({ element }) => element));
    const reused = free.splice(Math.max(0, free.length - waiting));
    elements.push(...reused);
    for (let missing = waiting - reused.length; missing > 0; missing--) elements.push(made++);
    passed = place;
    waiting = 0;
  };
  for (const row of rows) {
    const place = placeOf.get(keyOf(row)) ?? -1;
    const stays = before[place];
    if (stays === undefined || place < passed) {
      waiting += 1;
      continue;
    }
    fillUpTo(place);
    elements.push(stays.element);
    passed = place + 1;
  }
  fillUpTo(before.length);
  return rows.map((row, at) => ({ row, index: start + at, element: elements[at] ?? made++ }));
}
