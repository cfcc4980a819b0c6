import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ViewState } from '../view-state/view-state';
import { formatClockWithSeconds } from '../wording/instant';
import { formatCount } from '../wording/quantity';
import type { PanelState } from './panel-state';

/** The frame of every list and table: loading, empty, failed, stale, or the content itself. */
@Component({
  selector: 'lm-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './panel.html',
  styleUrl: './panel.css',
})
export class Panel {
  /** What is shown, by itself, not as a part of a sentence: `open sessions`. */
  readonly subject = input.required<string>();
  readonly state = input.required<PanelState>();

  /** Emits when the person asks to fetch again. */
  readonly retried = output<void>();
  /** Emits when the person asks to drop all filters. */
  readonly filtersCleared = output<void>();

  private readonly zone = inject(ViewState).zone;

  protected readonly isBusy = computed(() => {
    const state = this.state();
    return state.kind === 'loading' || (state.kind === 'ready' && state.isRefreshing);
  });
  protected readonly loaded = computed(() => {
    const state = this.state();
    return state.kind === 'emptyByFilter' && state.loaded ? formatCount(state.loaded) : null;
  });
  protected readonly skeletonRows = Array.from({ length: 6 }, (_, index) => index);
  protected readonly staleText = computed(() => {
    const state = this.state();
    if (state.kind !== 'ready' || state.stale === null) return null;
    const { since, why } = state.stale;
    const when =
      since === null
        ? ''
        : $localize`Last update ${formatClockWithSeconds(since, this.zone())}:clock:.`;
    return `${why} ${when}`.trim();
  });
}
