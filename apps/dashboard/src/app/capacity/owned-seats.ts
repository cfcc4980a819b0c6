import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EntitlementsDto } from '@license-monitor/api-contract';
import { ServerClock } from '../data/server-clock';
import { ExportButtons } from '../export/export-buttons';
import { printableRows } from '../print/printable-rows';
import { InstantText } from '../wording/instant-text';
import { nameModel } from '../wording/quantity';
import { VisibleText } from '../wording/visible-text';
import { toPoolsExport, toReportsExport, toSeatsExport } from './capacity-export';
import { describeExpiry, describeInterval, formatSeats, sourceNames } from './entitlement-words';

/** How many reports a sheet has room for; a site with many servers has many. */
const MOST_ON_PAPER = 6;

/** What is owned of a product: from when to when, who says so, what ends; and where it was read. */
@Component({
  selector: 'lm-owned-seats',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons, InstantText, VisibleText],
  templateUrl: './owned-seats.html',
  styles: `
    h3 {
      margin-block: 16px 4px;
      font-size: 14px;
    }
    @media print {
      h3 {
        margin-block: 6px 0;
        font-size: 12px;
      }
    }
    th[scope='row'] {
      font-weight: 400;
    }
    lm-export-buttons {
      margin-block-start: 8px;
    }
    @media (min-width: 640px) {
      .table .number {
        padding-inline-end: 32px;
      }
    }
  `,
})
export class OwnedSeats {
  readonly product = input.required<string>();
  readonly entitlements = input.required<EntitlementsDto>();

  private readonly now = inject(ServerClock).minute;

  protected readonly writeSeats = () => toSeatsExport(this.items());
  protected readonly writePools = () => toPoolsExport(this.items());
  protected readonly writeReports = () => toReportsExport(this.reports());
  protected readonly sources = sourceNames;
  protected readonly seats = formatSeats;
  protected readonly noteOf = describeInterval;
  protected readonly modelOf = nameModel;

  private readonly items = computed(() =>
    this.entitlements().items.filter(({ product }) => product === this.product()),
  );
  protected readonly intervals = computed(() =>
    this.items().flatMap(({ model, intervals }) =>
      intervals.map((interval) => ({ model, ...interval })),
    ),
  );
  protected readonly pools = computed(() =>
    this.items().flatMap(({ pools }) =>
      pools.map((pool) => ({ ...pool, expiry: describeExpiry(pool, this.now()) })),
    ),
  );
  protected readonly reports = computed(() => this.entitlements().reports);
  protected readonly printable = printableRows(this.reports, MOST_ON_PAPER);
}
