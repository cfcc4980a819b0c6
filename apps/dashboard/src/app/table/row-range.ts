/** Up to this many rows all are drawn, if not at once. */
export const DRAW_ALL_UP_TO = 300;

const MARGIN_ROWS = 5;
const STEP_ROWS = 5;

/** Where a table stands in the window. */
export interface TablePosition {
  /** Distance from the top of the window to the first row, in pixels; negative when scrolled. */
  readonly top: number;
  readonly rowHeight: number;
  readonly windowHeight: number;
}

/** The rows to draw, from `start` (inclusive) to `end` (exclusive), and the room of the others. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
  readonly roomBefore: number;
  readonly roomAfter: number;
}

/**
 * Chooses the rows that can be seen and some around them. The bounds move in steps of five rows,
 * so that most scrolling changes nothing. Of a short table all rows above them are drawn, too, and
 * below them as many as make `grown`.
 */
export function toRowRange(count: number, position: TablePosition, grown: number): RowRange {
  const { top, rowHeight, windowHeight } = position;
  const first = Math.floor(-top / rowHeight) - MARGIN_ROWS;
  const last = Math.ceil((windowHeight - top) / rowHeight) + MARGIN_ROWS;
  const shown = Math.ceil(windowHeight / rowHeight) + 2 * MARGIN_ROWS;
  const clamp = (row: number, most: number) => Math.max(0, Math.min(row, most));
  const isShort = count <= DRAW_ALL_UP_TO;
  const start = isShort ? 0 : Math.floor(clamp(first, count - shown) / STEP_ROWS) * STEP_ROWS;
  const near = Math.ceil(Math.max(last, start + MARGIN_ROWS) / STEP_ROWS) * STEP_ROWS;
  const end = clamp(isShort ? Math.max(near, grown) : near, count);
  return {
    start,
    end,
    roomBefore: start * rowHeight,
    roomAfter: (count - end) * rowHeight,
  };
}

/** Whether two ranges draw the same. */
export function isSameRange(a: RowRange, b: RowRange): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.roomBefore === b.roomBefore &&
    a.roomAfter === b.roomAfter
  );
}
