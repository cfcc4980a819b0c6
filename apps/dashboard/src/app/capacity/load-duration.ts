import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';
import type { ProductLoadDto } from '@license-monitor/api-contract';
import { ExportButtons } from '../export/export-buttons';
import { StepPlot } from '../plot/step-plot';
import { printableRows } from '../print/printable-rows';
import { formatDuration } from '../wording/duration';
import { formatCount, formatShare } from '../wording/quantity';
import { toLoadExport } from './capacity-export';
import { toLoadPlot } from './load-duration-plot';

const MOST_ON_PAPER = 5;

/** For how long at least so many licences were in use: the picture, and the same as a table. */
@Component({
  selector: 'lm-load-duration',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons, RouterLink, StepPlot],
  templateUrl: './load-duration.html',
  styles: `
    @media print {
      /* The plot, and beside it the same as a table. */
      :host {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0 16px;
      }
      p {
        grid-row: 2;
        grid-column: 1 / -1;
      }
      .plot-foot p {
        grid-row: auto;
      }
    }
  `,
})
export class LoadDuration {
  readonly load = input.required<ProductLoadDto>();
  /** Null while unknown or without limit. */
  readonly owned = input.required<number | null>();
  /** The number of licences that is tried out; null while there is none. */
  readonly asked = input.required<number | null>();
  /** Parameters of an address of the same product and range. */
  readonly parameters = input.required<Params>();

  protected readonly plot = computed(() =>
    toLoadPlot(this.load(), { owned: this.owned(), asked: this.asked() }),
  );
  protected readonly rows = computed(() => {
    const { levels, observedMs } = this.load();
    return levels
      .map(({ seats, atLeastMs }) => ({
        seats: formatCount(seats),
        length: formatDuration(atLeastMs),
        share: formatShare(atLeastMs / Math.max(1, observedMs)),
      }))
      .reverse();
  });
  protected readonly printable = printableRows(this.rows, MOST_ON_PAPER);
  protected readonly observed = computed(() => formatDuration(this.load().observedMs));
  protected readonly write = () => toLoadExport(this.load());
}
