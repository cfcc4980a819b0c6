import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ProductLoadDto } from '@license-monitor/api-contract';
import { ExportButtons } from '../export/export-buttons';
import { formatCount, formatShare } from '../wording/quantity';
import { toEnoughExport } from './capacity-export';

/** How many licences were enough for shares of the time, and of the requests. */
@Component({
  selector: 'lm-enough-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons],
  template: `<table class="table" data-testid="enough-table">
      <caption i18n class="visually-hidden">
        How many licences were enough
      </caption>
      <thead>
        <tr>
          <th i18n scope="col">Enough for</th>
          <th i18n scope="col" class="number">of the observed time</th>
          <th i18n scope="col" class="number">of the requests</th>
        </tr>
      </thead>
      <tbody>
        @for (row of load().enough; track row.share) {
          <tr data-testid="enough-row">
            <th scope="row">{{ share(row.share) }}</th>
            <td class="number">{{ count(row.byTime) }}</td>
            <td class="number">{{ count(row.byRequests) }}</td>
          </tr>
        }
      </tbody>
    </table>
    <lm-export-buttons
      name="seats-enough"
      [isEmpty]="load().enough.length === 0"
      [write]="write"
    />`,
  styles: `
    th[scope='row'] {
      font-weight: 400;
    }
    thead th.number {
      white-space: normal;
    }
    lm-export-buttons {
      margin-block-start: 8px;
    }
  `,
})
export class EnoughTable {
  readonly load = input.required<ProductLoadDto>();

  protected readonly write = () => toEnoughExport(this.load());
  protected readonly share = formatShare;
  protected readonly count = (seats: number | null) =>
    seats === null ? $localize`unknown` : formatCount(seats);
}
