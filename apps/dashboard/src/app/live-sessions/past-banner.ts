import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EpochMs } from '@license-monitor/api-contract';
import { ViewState } from '../view-state/view-state';
import { formatFullInstant } from '../wording/instant';

/** Says that the rows are of the past, of which instant, and leads back to now. */
@Component({
  selector: 'lm-past-banner',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="banner" data-testid="past-banner">
    <p i18n>
      <strong>As of {{ text() }}.</strong> This is the past: live changes are off.
      @if (unobserved(); as doubt) {
        <span data-testid="unobserved-at">{{ doubt }}</span>
      }
    </p>
    <button
      i18n
      type="button"
      class="button"
      aria-keyshortcuts="n"
      data-testid="back-to-now"
      (click)="goToNow()"
    >
      Back to now
    </button>
  </div>`,
  styles: `
    .banner {
      margin-block: 8px 4px;
    }
  `,
})
export class PastBanner {
  /** The instant that the rows are of. */
  readonly at = input.required<EpochMs>();
  /** What is not known of it; null where all is. */
  readonly unobserved = input.required<string | null>();

  private readonly viewState = inject(ViewState);
  protected readonly text = computed(() => formatFullInstant(this.at(), this.viewState.zone()));

  protected goToNow(): void {
    this.viewState.choose({ at: null });
  }
}
