import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { TimelineGroupDto } from '@license-monitor/api-contract';
import { MonitorHealth } from '../data/monitor-health';
import { ServerClock } from '../data/server-clock';
import { ExportButtons } from '../export/export-buttons';
import { RangePicker } from '../history/range-picker';
import { explainEmptiness } from '../panel/emptiness';
import { Panel } from '../panel/panel';
import { toPanelState, type Emptiness } from '../panel/panel-state';
import { describeUnobserved } from '../usage/describe-unobserved';
import { toUnobserved } from '../usage/use-plot-data';
import { figurePresets } from '../view-state/figure-presets';
import { FilterBar } from '../view-state/filter-bar';
import { RangeStepper } from '../view-state/range-stepper';
import { hasFilters, withoutFilters } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { formatInstant } from '../wording/instant';
import { KeepTogether } from '../wording/keep-together';
import { formatCount } from '../wording/quantity';
import { BarTable } from './bar-table';
import { toBarRows, toBarTarget, toBarsExport } from './bar-rows';
import { LanesPlot, type ChosenBar } from './lanes-plot';
import { toProductColours } from './product-colours';
import { PAGE_LANES, TimelineFigures, toGroup } from './timeline-figures';
import { TimelineLegend } from './timeline-legend';
import { toTimelineSentence } from './timeline-sentence';

const NOTHING = {
  cause: $localize`No session was open in this range of the log.`,
  nextStep: $localize`Choose another range; sessions appear here with the first licence that is granted.`,
};

const groups: readonly { readonly group: TimelineGroupDto; readonly name: string }[] = [
  { group: 'user', name: $localize`:Lanes or groups|:By user` },
  { group: 'host', name: $localize`:Lanes or groups|:By host` },
  { group: 'product', name: $localize`:Lanes or groups|:By product` },
];

/** "Who sits on seats?" */
@Component({
  selector: 'lm-timeline-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    BarTable,
    ExportButtons,
    FilterBar,
    KeepTogether,
    LanesPlot,
    Panel,
    RangePicker,
    RangeStepper,
    TimelineLegend,
  ],
  providers: [TimelineFigures],
  templateUrl: './timeline-page.html',
  styleUrl: './timeline-page.css',
})
export class TimelinePage {
  protected readonly figures = inject(TimelineFigures);
  private readonly viewState = inject(ViewState);
  private readonly router = inject(Router);
  private readonly health = inject(MonitorHealth).health;
  private readonly now = inject(ServerClock).minute;

  protected readonly presets = figurePresets;
  protected readonly groups = groups;
  protected readonly query = this.viewState.query;
  protected readonly isTableOpen = signal(false);
  protected readonly timeline = this.figures.timeline;
  protected readonly group = computed(() => toGroup(this.query()));

  protected readonly sentence = computed(() => {
    const timeline = this.timeline();
    return timeline === undefined ? '' : toTimelineSentence(timeline, this.viewState.zone());
  });
  protected readonly range = computed(() => {
    const timeline = this.timeline();
    if (timeline === undefined) return null;
    const write = (at: number) => formatInstant(at, this.viewState.zone(), timeline.asOf);
    return $localize`:A range|:${write(timeline.from)}:from: to ${write(timeline.to)}:to:`;
  });
  protected readonly unobserved = computed(() => {
    const reading = { zone: this.viewState.zone(), now: this.now() };
    return describeUnobserved(toUnobserved(this.timeline()?.gaps ?? []), reading);
  });
  protected readonly products = computed(() => {
    const timeline = this.timeline();
    return timeline === undefined ? [] : toProductColours(timeline.lanes, timeline.to);
  });
  protected readonly colours = computed(
    () =>
      new Map(
        this.products().flatMap(({ product, colour }) =>
          colour === null ? [] : [[product, colour] as const],
        ),
      ),
  );
  protected readonly rows = computed(() => toBarRows(this.timeline()?.lanes ?? []));

  /** Which of all lanes are shown; null where all are. */
  protected readonly pages = computed(() => {
    const timeline = this.timeline();
    const { page } = this.query();
    if (timeline === undefined || (timeline.laneCount <= PAGE_LANES && page === 1)) return null;
    const first = (page - 1) * PAGE_LANES + 1;
    const last = first + timeline.lanes.length - 1;
    return {
      text: $localize`Lanes ${formatCount(first)}:first: to ${formatCount(last)}:last: of ${formatCount(timeline.laneCount)}:all:`,
      hasBefore: page > 1,
      hasMore: last < timeline.laneCount,
    };
  });

  protected readonly state = computed(() =>
    toPanelState({
      hasAnswer: this.timeline() !== undefined,
      isLoading: this.figures.resource.isLoading(),
      error: this.figures.resource.error(),
      emptiness: this.emptiness(),
      staleSince: null,
    }),
  );

  protected readonly write = (zone: string) => toBarsExport(this.rows(), zone);

  protected groupBy(index: number): void {
    const group = groups[index]?.group ?? 'user';
    this.viewState.choose({ group: group === 'user' ? 'none' : group, page: 1 });
  }

  protected turn(pages: number): void {
    this.viewState.choose({ page: Math.max(1, this.query().page + pages) });
  }

  protected open({ lane, bar }: ChosenBar): void {
    const { path, parameters } = toBarTarget(bar, this.group(), lane);
    const { zone } = this.viewState.zoneParameters();
    void this.router.navigate([path], { queryParams: { ...parameters, ...(zone && { zone }) } });
  }

  protected clearFilters(): void {
    this.viewState.choose(withoutFilters(this.query()));
  }

  private emptiness(): Emptiness | null {
    const timeline = this.timeline();
    if (timeline === undefined || timeline.lanes.length > 0) return null;
    if (timeline.laneCount > 0) {
      const lanes = formatCount(timeline.laneCount);
      const cause = $localize`There are ${lanes}:lanes: lanes, fewer than this page begins with.`;
      return {
        kind: 'emptyByNature',
        cause,
        nextStep: $localize`Go back to the lanes before.`,
      };
    }
    return hasFilters(this.query())
      ? { kind: 'emptyByFilter' }
      : explainEmptiness(this.health(), NOTHING);
  }
}
