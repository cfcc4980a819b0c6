import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EpochMs } from '@license-monitor/api-contract';
import { ServerClock } from '../data/server-clock';
import { ViewState } from '../view-state/view-state';
import { formatFullInstant, formatInstant, toIsoInstant } from './instant';

/** Shows an instant in the zone of the view, short on the screen and in full in its tooltip. */
@Component({
  selector: 'lm-instant',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (at(); as instant) {
      <time [attr.datetime]="iso(instant)" [title]="full()">{{ text() }}</time>
    } @else {
      <span i18n class="muted">unknown</span>
    }`,
})
export class InstantText {
  /** The instant; null shows "unknown". */
  readonly at = input.required<EpochMs | null>();

  private readonly zone = inject(ViewState).zone;
  private readonly now = inject(ServerClock).minute;

  protected readonly iso = toIsoInstant;
  protected readonly text = computed(() => formatInstant(this.at() ?? 0, this.zone(), this.now()));
  protected readonly full = computed(() => formatFullInstant(this.at() ?? 0, this.zone()));
}
