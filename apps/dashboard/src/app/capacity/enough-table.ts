import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { EnoughDto } from '@license-monitor/api-contract';
import { formatCount, formatShare } from '../wording/quantity';

/** How many licences were enough for shares of the time, and of the requests. */
@Component({
  selector: 'lm-enough-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
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
      @for (row of enough(); track row.share) {
        <tr data-testid="enough-row">
          <th scope="row">{{ share(row.share) }}</th>
          <td class="number">{{ count(row.byTime) }}</td>
          <td class="number">{{ count(row.byRequests) }}</td>
        </tr>
      }
    </tbody>
  </table>`,
  styles: `
    th[scope='row'] {
      font-weight: 400;
    }
    thead th.number {
      white-space: normal;
    }
  `,
})
export class EnoughTable {
  readonly enough = input.required<readonly EnoughDto[]>();

  protected readonly share = formatShare;
  protected readonly count = (seats: number | null) =>
    seats === null ? $localize`unknown` : formatCount(seats);
}
