import { DOCUMENT } from '@angular/common';
import {
  afterRenderEffect,
  computed,
  DestroyRef,
  inject,
  signal,
  type ElementRef,
  type Signal,
} from '@angular/core';
import { Printing } from '../print/printing';
import { isSameRange, toRowRange, type RowRange, type TablePosition } from './row-range';

const DEFAULT_ROW_HEIGHT = 32;

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

/**
 * Draws only those rows of a long table that are near the window, in a real `table` that scrolls
 * with the page: 5,000 rows stay as quick as 100. All are drawn for print. Call it in an injection
 * context.
 */
export function rowWindow(
  body: Signal<ElementRef<HTMLElement>>,
  count: Signal<number>,
): Signal<RowRange> {
  const view = inject(DOCUMENT).defaultView;
  const isPrinting = inject(Printing).isOn;
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
  return computed(
    () =>
      isPrinting()
        ? { start: 0, end: count(), roomBefore: 0, roomAfter: 0 }
        : toRowRange(count(), position()),
    { equal: isSameRange },
  );
}
