import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import type { DeniedRequestDto } from '@license-monitor/api-contract';
import { ChangesPill } from '../calm/changes-pill';
import { HoldStill } from '../calm/hold-still';
import { LiveFeed } from '../data/live-feed';
import { MonitorHealth } from '../data/monitor-health';
import { ServerClock } from '../data/server-clock';
import { ExportButtons } from '../export/export-buttons';
import { noRows, type ExportTable } from '../export/export-table';
import { RangePicker } from '../history/range-picker';
import { emptyByFilter, explainEmptiness } from '../panel/emptiness';
import { LoadMore } from '../panel/load-more';
import { Panel } from '../panel/panel';
import { toPanelState, type Emptiness } from '../panel/panel-state';
import { notePrint } from '../print/print-note';
import { describeRange } from '../view-state/describe-range';
import { figurePresets } from '../view-state/figure-presets';
import { FilterBar } from '../view-state/filter-bar';
import { matchesWords } from '../view-state/match-session';
import { hasFilters, withoutFilters } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { KeepTogether } from '../wording/keep-together';
import { DenialLanes } from './denial-lanes';
import { toDenialsExport } from './denials-export';
import { toDenialsSentence } from './denials-sentence';
import { DenialsTable } from './denials-table';
import { DenialsToolbar } from './denials-toolbar';
import { DeniedRequests } from './denied-requests';
import { explainOutcomes } from './outcome-text';

const NOTHING = {
  cause: $localize`Nobody was refused in the last 7 days of the log.`,
  nextStep: $localize`Denied requests appear here, with their causes and what became of them.`,
};

const hasWords = ({ product, user, host, server, reason }: DeniedRequestDto, text: string) =>
  matchesWords([product, user, host, server, reason], text);

/** "Want of seats, or a rule?" */
@Component({
  selector: 'lm-denials-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ChangesPill,
    DenialLanes,
    DenialsTable,
    DenialsToolbar,
    ExportButtons,
    FilterBar,
    HoldStill,
    KeepTogether,
    LoadMore,
    Panel,
    RangePicker,
  ],
  providers: [DeniedRequests],
  templateUrl: './denials-page.html',
})
export class DenialsPage {
  private readonly denied = inject(DeniedRequests);
  private readonly viewState = inject(ViewState);
  private readonly feed = inject(LiveFeed);
  private readonly health = inject(MonitorHealth).health;
  private readonly now = inject(ServerClock).minute;

  protected readonly presets = figurePresets;
  protected readonly isTouched = signal(false);
  protected readonly waiting = this.denied.news;
  /** All denied requests along time, listed or not; undefined before the first answer. */
  protected readonly series = this.denied.series;
  protected readonly isLoading = computed(() => this.denied.resource.isLoading());
  protected readonly canLoadMore = computed(() => this.denied.list()?.nextCursor != null);

  protected readonly requests = computed(() => {
    const { q } = this.viewState.query();
    const fetched = this.denied.list()?.items ?? [];
    return q === '' ? fetched : fetched.filter((request) => hasWords(request, q));
  });

  /** While there is more than is loaded, a file has it all; the text filter narrows what is loaded. */
  protected readonly whole = computed(() =>
    this.canLoadMore() && this.viewState.query().q === '' ? this.denied.whole() : null,
  );

  protected readonly sentence = computed(() => {
    const range = describeRange(this.viewState.query(), this.viewState.zone(), this.now());
    return toDenialsSentence(this.requests(), range, this.canLoadMore());
  });

  protected readonly outcomes = computed(() => {
    const windows = this.denied.list()?.windows;
    return windows === undefined ? '' : explainOutcomes(windows.retryMs);
  });

  protected readonly state = computed(() => {
    const connection = this.feed.connection();
    const { resource, list, isOutdated } = this.denied;
    const error = resource.error();
    // Rows of another filter may bridge the time of loading, but not a failure.
    const isUseless = isOutdated() && (error !== undefined || list()?.items.length === 0);
    return toPanelState({
      hasAnswer: list() !== undefined && !isUseless,
      isLoading: resource.isLoading(),
      error,
      emptiness: this.emptiness(),
      staleSince: connection.kind === 'stale' ? connection.since : null,
    });
  });

  protected readonly write = (zone: string): ExportTable => {
    const windows = this.denied.list()?.windows;
    return windows === undefined
      ? noRows
      : toDenialsExport({ items: this.requests(), windows }, zone);
  };

  constructor() {
    notePrint(() => {
      const series = this.series();
      return series === undefined ? null : { ...series, observedMs: null };
    });
    effect(() => {
      // A table that is taken away from under the pointer does not tell that the pointer left.
      if (this.state().kind !== 'ready') this.isTouched.set(false);
    });
    effect(() => {
      const isHeld = this.isTouched() || this.feed.isPaused() || !this.denied.isFirstPage();
      if (!isHeld && this.waiting() > 0) this.denied.takeNews();
    });
  }

  protected loadMore(): void {
    this.denied.loadMore();
  }

  protected reload(): void {
    this.denied.reload();
  }

  protected clearFilters(): void {
    this.viewState.choose(withoutFilters(this.viewState.query()));
  }

  private emptiness(): Emptiness | null {
    if (this.requests().length > 0) return null;
    return hasFilters(this.viewState.query())
      ? emptyByFilter(this.denied.list())
      : explainEmptiness(this.health(), NOTHING);
  }
}
