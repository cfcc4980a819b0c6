import { computed, inject, type Signal } from '@angular/core';
import { fill } from '../wording/message';
import { takeFewRows } from './few-rows';
import { Printing } from './printing';

/** The rows of a table as they are drawn. */
export interface PrintableRows<Row> {
  readonly shown: Signal<readonly Row[]>;
  /** Says on paper that there are more; empty where there are not. */
  readonly note: Signal<string>;
}

/** Draws all rows on the screen, and on paper as many as a sheet has room for. In an injection context. */
export function printableRows<Row>(
  rows: Signal<readonly Row[]>,
  mostOnPaper: number,
): PrintableRows<Row> {
  const { isOn } = inject(Printing);
  const shown = computed(() => (isOn() ? takeFewRows(rows(), mostOnPaper) : rows()));
  const note = computed(() => {
    const [few, all] = [shown().length, rows().length];
    return few === all
      ? ''
      : fill(
          $localize`{all, plural, one {{few} of # line; the rest as CSV at the address above.} other {{few} of # lines; the rest as CSV at the address above.}}`,
          { few, all },
        );
  });
  return { shown, note };
}
