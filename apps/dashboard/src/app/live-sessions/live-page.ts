import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { calm } from '../calm/calm';
import { ChangesPill } from '../calm/changes-pill';
import { HoldStill } from '../calm/hold-still';
import { overviewResource } from '../data/api-client';
import { Clock } from '../data/clock';
import { lastValue } from '../data/last-value';
import { LiveFeed } from '../data/live-feed';
import { MonitorHealth } from '../data/monitor-health';
import { countDifferences, type OpenSessionList } from '../data/open-session-list';
import { OpenSessions } from '../data/open-sessions';
import { ServerClock } from '../data/server-clock';
import { ExportButton } from '../export/export-button';
import { Announcer } from '../frame/announcer';
import { explainEmptiness } from '../panel/emptiness';
import { Panel } from '../panel/panel';
import { toPanelState, type Emptiness } from '../panel/panel-state';
import { FilterBar } from '../view-state/filter-bar';
import { withoutFilters, type SortOrder } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { FRESH_MS, markFresh, type FreshSessions } from './fresh-sessions';
import { toEntitlements } from './entitlements';
import { announceLiveChanges } from './live-summary';
import { LiveToolbar } from './live-toolbar';
import { toLiveView } from './live-view';
import { describeTotals } from './session-figures';
import { SessionTable } from './session-table';

const NOBODY = {
  cause: 'No licence is in use now.',
  nextStep: 'The first one that is granted appears here by itself; past ones are in the history.',
};

const NO_SESSIONS: OpenSessionList['sessions'] = new Map();

/** "Who holds it?" */
@Component({
  selector: 'lm-live-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChangesPill, ExportButton, FilterBar, HoldStill, LiveToolbar, Panel, SessionTable],
  providers: [OpenSessions],
  templateUrl: './live-page.html',
})
export class LivePage {
  private readonly openSessions = inject(OpenSessions);
  private readonly viewState = inject(ViewState);
  private readonly feed = inject(LiveFeed);
  private readonly clock = inject(Clock);
  private readonly health = inject(MonitorHealth).health;
  private readonly now = inject(ServerClock).minute;

  protected readonly query = this.viewState.query;
  protected readonly isTouched = signal(false);
  private readonly isHeld = computed(() => this.isTouched() || this.feed.isPaused());
  private readonly still = calm(this.openSessions.list, this.isHeld);
  private readonly sessions = computed(() => this.still.shown()?.sessions);

  private readonly closedGroups = linkedSignal<string, ReadonlySet<string>>({
    source: () => this.query().group,
    computation: () => new Set(),
  });

  // Only the heads of product groups say how many licences are owned.
  private readonly owned = lastValue(
    overviewResource(() => (this.query().group === 'product' ? this.viewState.zone() : null)),
  );
  private readonly entitlements = computed(() => toEntitlements(this.owned()?.products ?? []));

  protected readonly view = computed(() => {
    const options = { closedGroups: this.closedGroups(), entitlements: this.entitlements() };
    return toLiveView(this.sessions() ?? NO_SESSIONS, this.query(), options, this.now());
  });

  protected readonly totals = computed(() =>
    describeTotals(this.view().figures, this.sessions()?.size ?? 0),
  );

  protected readonly isTruncated = computed(() => this.still.shown()?.isTruncated ?? false);

  protected readonly waiting = computed(() => {
    if (!this.still.isBehind()) return 0;
    const known = this.openSessions.list()?.sessions ?? NO_SESSIONS;
    return countDifferences(this.sessions() ?? NO_SESSIONS, known);
  });

  protected readonly fresh = linkedSignal<OpenSessionList['sessions'] | undefined, FreshSessions>({
    source: this.sessions,
    computation: (sessions, previous) => {
      const before = previous?.source;
      if (sessions === undefined || before === undefined) return new Map();
      return markFresh(previous?.value ?? new Map(), before, sessions.keys(), this.clock.now());
    },
  });

  protected readonly state = computed(() => {
    const sessions = this.sessions();
    const connection = this.feed.connection();
    return toPanelState({
      hasAnswer: sessions !== undefined,
      isLoading: this.openSessions.resource.isLoading(),
      error: this.openSessions.resource.error(),
      emptiness: this.emptiness(),
      staleSince: connection.kind === 'stale' ? connection.since : null,
    });
  });

  constructor() {
    announceLiveChanges();
    const announcer = inject(Announcer);
    effect(() => {
      this.query();
      const totals = untracked(this.totals);
      if (untracked(this.sessions) !== undefined) announcer.say(totals);
    });
    effect(() => {
      // A table that is taken away from under the pointer does not tell that the pointer left.
      if (this.state().kind !== 'ready') this.isTouched.set(false);
    });
    effect((onCleanup) => {
      if (this.fresh().size > 0)
        onCleanup(this.clock.after(FRESH_MS, () => this.fresh.set(new Map())));
    });
  }

  protected sort(sort: SortOrder): void {
    this.viewState.choose({ sort });
  }

  protected toggleGroup(key: string): void {
    this.closedGroups.update((closed) => {
      const toggled = new Set(closed);
      if (!toggled.delete(key)) toggled.add(key);
      return toggled;
    });
  }

  protected showWaiting(): void {
    this.still.catchUp();
  }

  protected retry(): void {
    this.openSessions.resource.reload();
  }

  protected clearFilters(): void {
    this.viewState.choose(withoutFilters(this.query()));
  }

  private emptiness(): Emptiness | null {
    if (this.view().sessions.length > 0) return null;
    const isNarrowed = (this.sessions()?.size ?? 0) > 0;
    return isNarrowed ? { kind: 'emptyByFilter' } : explainEmptiness(this.health(), NOBODY);
  }
}
