import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { ChangesPill } from '../calm/changes-pill';
import { HoldStill } from '../calm/hold-still';
import { LiveFeed } from '../data/live-feed';
import { MonitorHealth } from '../data/monitor-health';
import { ExportButtons } from '../export/export-buttons';
import { toSessionsExport } from '../export/sessions-export';
import { emptyByFilter, explainEmptiness } from '../panel/emptiness';
import { LoadMore } from '../panel/load-more';
import { Panel } from '../panel/panel';
import { toPanelState, type Emptiness } from '../panel/panel-state';
import { FilterBar } from '../view-state/filter-bar';
import { matchesText } from '../view-state/match-session';
import { hasFilters, withoutFilters } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { fill } from '../wording/message';
import { ClosedSessions } from './closed-sessions';
import { HistoryTable } from './history-table';
import { RangePicker } from './range-picker';
import { ScrolledAway } from './scrolled-away';

const NOTHING = {
  cause: $localize`No session has ended yet.`,
  nextStep: $localize`Sessions appear here when they end; those that are open are on the live screen.`,
};

/** "Who held it?" */
@Component({
  selector: 'lm-history-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ChangesPill,
    ExportButtons,
    FilterBar,
    HistoryTable,
    HoldStill,
    LoadMore,
    Panel,
    RangePicker,
  ],
  providers: [ClosedSessions, ScrolledAway],
  templateUrl: './history-page.html',
})
export class HistoryPage {
  private readonly closedSessions = inject(ClosedSessions);
  private readonly viewState = inject(ViewState);
  private readonly feed = inject(LiveFeed);
  private readonly health = inject(MonitorHealth).health;
  private readonly isScrolledAway = inject(ScrolledAway).isScrolledAway;

  protected readonly isTouched = signal(false);
  private readonly isHeld = computed(
    () => this.isTouched() || this.isScrolledAway() || this.feed.isPaused(),
  );

  protected readonly sessions = computed(() => {
    const { q } = this.viewState.query();
    const fetched = this.closedSessions.list()?.items ?? [];
    return q === '' ? fetched : fetched.filter((session) => matchesText(session, q));
  });

  protected readonly write = (zone: string) => toSessionsExport(this.sessions(), zone);
  /** While there is more than is loaded, a file has it all; the text filter narrows what is loaded. */
  protected readonly whole = computed(() =>
    this.canLoadMore() && this.viewState.query().q === '' ? this.closedSessions.whole() : null,
  );

  protected readonly waiting = computed(() => this.closedSessions.news().length);
  protected readonly canLoadMore = computed(() => this.closedSessions.list()?.nextCursor != null);
  protected readonly isLoading = computed(() => this.closedSessions.resource.isLoading());

  protected readonly totals = computed(() => {
    const count = this.sessions().length;
    const loaded = this.closedSessions.list()?.items.length ?? 0;
    if (count < loaded && this.canLoadMore())
      return fill(
        $localize`{loaded, plural, one {{count} of # closed session loaded, there are more} other {{count} of # closed sessions loaded, there are more}}`,
        { count, loaded },
      );
    return this.canLoadMore()
      ? fill(
          $localize`{count, plural, one {# closed session loaded, there are more} other {# closed sessions loaded, there are more}}`,
          { count },
        )
      : fill($localize`{count, plural, one {# closed session} other {# closed sessions}}`, {
          count,
        });
  });

  protected readonly state = computed(() => {
    const connection = this.feed.connection();
    const { resource, list, isOutdated } = this.closedSessions;
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

  constructor() {
    effect(() => {
      // A table that is taken away from under the pointer does not tell that the pointer left.
      if (this.state().kind !== 'ready') this.isTouched.set(false);
    });
    effect(() => {
      if (!this.isHeld() && this.waiting() > 0) this.closedSessions.takeNews();
    });
  }

  protected showWaiting(): void {
    this.closedSessions.takeNews();
  }

  protected loadMore(): void {
    this.closedSessions.loadMore();
  }

  protected retry(): void {
    this.closedSessions.reload();
  }

  protected clearFilters(): void {
    this.viewState.choose(withoutFilters(this.viewState.query()));
  }

  private emptiness(): Emptiness | null {
    if (this.sessions().length > 0) return null;
    return hasFilters(this.viewState.query())
      ? emptyByFilter(this.closedSessions.list())
      : explainEmptiness(this.health(), NOTHING);
  }
}
