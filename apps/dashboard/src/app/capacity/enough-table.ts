import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ProductLoadDto } from '@license-monitor/api-contract';
import { ExportButtons } from '../export/export-buttons';
import { formatCount, formatShare } from '../wording/quantity';
import { toEnoughExport } from './capacity-export';
import { isBeyondOwned } from './seats-owned';

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
            <td class="number">{{ requests(row.byRequests) }}</td>
          </tr>
        }
      </tbody>
    </table>
    @if (isRefused()) {
      <p class="muted" data-testid="enough-note">
        <span i18n
          >≥: so many requests found a full pool. How many seats they need, What if tells.</span
        >
      </p>
    }
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

  /** Seats owned; null while unknown or without limit. */
  readonly owned = input.required<number | null>();

  protected readonly write = () => toEnoughExport(this.load(), this.owned());
  protected readonly isRefused = computed(() =>
    this.load().enough.some(({ byRequests }) => isBeyondOwned(byRequests, this.owned())),
  );
  protected readonly share = formatShare;
  protected readonly count = (seats: number | null) =>
    seats === null ? $localize`unknown` : formatCount(seats);

  protected requests(seats: number | null): string {
    const isLeast = isBeyondOwned(seats, this.owned());
    return isLeast ? `≥ ${this.count(seats)}` : this.count(seats);
  }
}
