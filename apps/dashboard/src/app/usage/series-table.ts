import type { ElementRef } from '@angular/core';
import { ChangeDetectionStrategy, Component, input, viewChild } from '@angular/core';
import { Room } from '../table/room';
import { rowWindow } from '../table/row-window';
import { describeDenialCounts } from '../wording/denial-counts';
import { InstantText } from '../wording/instant-text';
import { formatCount, formatDecimal, formatShare } from '../wording/quantity';
import type { SeriesRow } from './series-rows';

/** What a plot of use shows, as a table. */
@Component({
  selector: 'lm-series-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [InstantText, Room],
  templateUrl: './series-table.html',
  styles: `
    tbody th {
      font-weight: 400;
    }
    .column-instant {
      inline-size: 20%;
    }
  `,
})
export class SeriesTable {
  readonly rows = input.required<readonly SeriesRow[]>();
  /** Whether an earlier range stands beside. */
  readonly isCompared = input(false);
  /** Of what the table is. */
  readonly caption = input.required<string>();

  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  protected readonly shown = rowWindow(this.body, this.rows, ({ at }) => at);

  protected readonly count = formatCount;
  protected readonly decimal = formatDecimal;
  protected readonly share = formatShare;
  protected readonly denialsOf = describeDenialCounts;
}
