import { DOCUMENT } from '@angular/common';
import {
  afterRenderEffect,
  computed,
  DestroyRef,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
  type ElementRef,
  type Signal,
} from '@angular/core';
import { Clock } from '../data/clock';
import { Printing } from '../print/printing';
import { toDrawnRows, type DrawnRow, type KeyOf } from './drawn-rows';
import {
  DRAW_ALL_UP_TO,
  isSameRange,
  toRowRange,
  type RowRange,
  type TablePosition,
} from './row-range';

const DEFAULT_ROW_HEIGHT = 32;
/** So many rows out of sight are drawn at once; a key that is pressed meanwhile need not wait for all. */
const ROWS_AT_ONCE = 30;
const NEXT_ROWS_MS = 50;

function measure(body: HTMLElement, view: Window, rowHeight: number): TablePosition {
  const rows = body.querySelectorAll('tr[aria-rowindex]');
  const first = rows.item(0)?.getBoundingClientRect();
  const last = rows.item(rows.length - 1)?.getBoundingClientRect();
  const measured = first && last ? (last.bottom - first.top) / rows.length : 0;
  // Half a pixel of difference is rounding; following it would move the page.
  const isNew = measured > 0 && Math.abs(measured - rowHeight) > 0.5;
  return {
    top: body.getBoundingClientRect().top,
    rowHeight: isNew ? measured : rowHeight,
    windowHeight: view.innerHeight,
  };
}

function isSamePosition(a: TablePosition, b: TablePosition): boolean {
  return a.top === b.top && a.rowHeight === b.rowHeight && a.windowHeight === b.windowHeight;
}

/** The part of a long table that is drawn. */
export interface RowWindow<Row> {
  readonly range: Signal<RowRange>;
  readonly drawn: Signal<readonly DrawnRow<Row>[]>;
  /** Whether rows are left out for being out of sight; all rows are of one height then. */
  readonly isCut: Signal<boolean>;
}

/**
 * Draws only those rows of a long table that are near the window, in a real `table` that scrolls
 * with the page: 5,000 rows stay as quick as 100. Of a shorter table all are drawn, those out of sight a
 * little later. All are drawn for print. Call it in an injection context.
 */
export function rowWindow<Row>(
  body: Signal<ElementRef<HTMLElement>>,
  rows: Signal<readonly Row[]>,
  keyOf: KeyOf<Row>,
): RowWindow<Row> {
  const isPrinting = inject(Printing).isOn;
  const count = computed(() => rows().length);
  const position = followPosition(body, count);
  const isLong = computed(() => count() > DRAW_ALL_UP_TO);
  const grown = linkedSignal<number, number>({
    source: count,
    computation: (rowCount, previous) =>
      isLong() ? 0 : Math.min((previous?.value ?? 0) + ROWS_AT_ONCE, rowCount),
  });
  const range = computed(
    () =>
      isPrinting()
        ? { start: 0, end: count(), roomBefore: 0, roomAfter: 0 }
        : toRowRange(count(), position(), grown()),
    { equal: isSameRange },
  );
  const clock = inject(Clock);
  effect((onCleanup) => {
    const { end } = range();
    if (isLong()) return;
    // What was drawn once stays, wherever one scrolls.
    if (end > untracked(grown)) grown.set(end);
    if (end < count())
      onCleanup(
        clock.after(NEXT_ROWS_MS, () => grown.update((rowCount) => rowCount + ROWS_AT_ONCE)),
      );
  });
  const drawn = linkedSignal<readonly Row[], readonly DrawnRow<Row>[]>({
    source: () => rows().slice(range().start, range().end),
    computation: (shown, previous) => {
      const before = previous?.value ?? [];
      const focused = before.length === 0 ? undefined : findFocused(before, body().nativeElement);
      return toDrawnRows({ before, rows: shown, start: range().start, focused }, keyOf);
    },
  });
  const isCut = computed(() => isLong() && !isPrinting());
  return { range, drawn: drawn.asReadonly(), isCut };
}

/** The element that has the focus, as the page was drawn last. */
function findFocused(drawn: readonly DrawnRow<unknown>[], body: HTMLElement): number | undefined {
  const active = body.ownerDocument.activeElement?.closest('tr[aria-rowindex]');
  if (!active || !body.contains(active)) return undefined;
  const place = [...body.querySelectorAll('tr[aria-rowindex]')].indexOf(active);
  return drawn[place]?.element;
}

function followPosition(
  body: Signal<ElementRef<HTMLElement>>,
  count: Signal<number>,
): Signal<TablePosition> {
  const view = inject(DOCUMENT).defaultView;
  const position = signal<TablePosition>(
    { top: 0, rowHeight: DEFAULT_ROW_HEIGHT, windowHeight: view?.innerHeight ?? 0 },
    { equal: isSamePosition },
  );
  const follow = () => {
    if (view) position.update(({ rowHeight }) => measure(body().nativeElement, view, rowHeight));
  };
  // In the next frame the layout stands already: to ask for it now would have it made at once.
  let asked: number | undefined;
  const followSoon = () => {
    asked ??= view?.requestAnimationFrame(() => {
      asked = undefined;
      follow();
    });
  };
  const events = ['scroll', 'resize'] as const;
  for (const name of events) view?.addEventListener(name, follow, { passive: true });
  inject(DestroyRef).onDestroy(() => {
    for (const name of events) view?.removeEventListener(name, follow);
    if (asked !== undefined) view?.cancelAnimationFrame(asked);
  });
  afterRenderEffect({
    read: () => {
      count();
      followSoon();
    },
  });
  return position;
}
