import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { calm } from '../calm/calm';
import { HoldStill } from '../calm/hold-still';
import { LiveFeed } from '../data/live-feed';
import { MonitorHealth } from '../data/monitor-health';
import { toUsageKey } from '../data/product-key';
import { ExportButtons } from '../export/export-buttons';
import { Onboarding } from '../onboarding/onboarding';
import { OnboardingWatch } from '../onboarding/onboarding-watch';
import { explainEmptiness } from '../panel/emptiness';
import { Panel } from '../panel/panel';
import { toPanelState } from '../panel/panel-state';
import { ViewState } from '../view-state/view-state';
import { formatClockWithSeconds } from '../wording/instant';
import { KeepTogether } from '../wording/keep-together';
import { Masking } from '../wording/masking';
import { LongestHeld } from './longest-held';
import { OverviewFigures } from './overview-figures';
import { toOverviewExport } from './overview-export';
import { describeUnknownSeats, toOverviewSentence } from './overview-sentence';
import { ProductTable } from './product-table';
import { sortByShortage } from './product-state';

const NOTHING = {
  cause: $localize`No product has been seen in the log yet.`,
  nextStep: $localize`Products appear with the first licence that is granted or denied.`,
};

/** "Are we short now?" */
@Component({
  selector: 'lm-overview-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons, HoldStill, KeepTogether, LongestHeld, Onboarding, Panel, ProductTable],
  providers: [OnboardingWatch, OverviewFigures],
  templateUrl: './overview-page.html',
})
export class OverviewPage {
  private readonly figures = inject(OverviewFigures);
  private readonly feed = inject(LiveFeed);
  private readonly health = inject(MonitorHealth).health;
  private readonly masking = inject(Masking);
  protected readonly zone = inject(ViewState).zone;

  /** What must hold before there is anything to show; undefined where there is. */
  protected readonly firstSteps = inject(OnboardingWatch).steps;
  /** Whether the steps stand in the place of the figures. */
  protected readonly isBeforeData = computed(
    () => this.firstSteps() !== undefined && this.state().kind !== 'ready',
  );
  protected readonly isTouched = signal(false);
  private readonly still = calm(this.figures.overview, this.feed.isPaused);
  protected readonly overview = this.still.shown;

  // Figures may change under the pointer, rows may not change places.
  private readonly order = calm(
    computed(() => {
      const overview = this.overview();
      return overview && sortByShortage(overview.products).map(toUsageKey);
    }),
    this.isTouched,
  ).shown;

  protected readonly products = computed(() => {
    const rank = new Map((this.order() ?? []).map((key, index) => [key, index]));
    const rankOf = (key: string) => rank.get(key) ?? rank.size;
    const products = this.overview()?.products ?? [];
    return [...products].sort((a, b) => rankOf(toUsageKey(a)) - rankOf(toUsageKey(b)));
  });

  protected readonly sentence = computed(() => {
    const overview = this.overview();
    return overview === undefined || overview.products.length === 0
      ? null
      : toOverviewSentence(overview, this.masking.nameOf());
  });

  protected readonly unknownSeats = computed(() => describeUnknownSeats(this.products()));

  protected readonly asOf = computed(() => {
    const overview = this.overview();
    if (overview === undefined) return undefined;
    // Health follows every change on the stream, so its time holds for figures that stood still.
    const heard = this.still.isBehind() ? 0 : (this.health()?.asOf ?? 0);
    return formatClockWithSeconds(Math.max(overview.asOf, heard), this.zone());
  });

  protected readonly state = computed(() => {
    const overview = this.overview();
    const connection = this.feed.connection();
    return toPanelState({
      hasAnswer: overview !== undefined,
      isLoading: this.figures.resource.isLoading(),
      error: this.figures.resource.error(),
      emptiness: overview?.products.length === 0 ? explainEmptiness(this.health(), NOTHING) : null,
      staleSince: connection.kind === 'stale' ? connection.since : null,
    });
  });

  protected readonly write = (zone: string) => toOverviewExport(this.products(), zone);

  protected retry(): void {
    this.figures.resource.reload();
  }
}
