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
import { ExportButtons } from '../export/export-buttons';
import { toSessionsExport } from '../export/sessions-export';
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
import { AsOfPicker } from './as-of-picker';
import { PastBanner } from './past-banner';
import { PastSessions } from './past-sessions';
import { describeTotals } from './session-figures';
import { SessionTable } from './session-table';

const NOBODY = {
  cause: $localize`No licence is in use now.`,
  nextStep: $localize`The first one that is granted appears here by itself; past ones are in the history.`,
};

const NOBODY_THEN = {
  cause: $localize`Nobody held a licence at that instant, as far as the log tells.`,
  nextStep: $localize`Go on step by step, or choose another instant.`,
};

const TO_COME = {
  kind: 'emptyByNature',
  cause: $localize`That instant is still to come.`,
  nextStep: $localize`Choose one of the past, or go back to now.`,
} as const;

const NO_SESSIONS: OpenSessionList['sessions'] = new Map();

/** "Who holds it?", or of an instant of the past "Who held it?" */
@Component({
  selector: 'lm-live-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AsOfPicker,
    ChangesPill,
    ExportButtons,
    FilterBar,
    HoldStill,
    LiveToolbar,
    Panel,
    PastBanner,
    SessionTable,
  ],
  providers: [OpenSessions, PastSessions],
  templateUrl: './live-page.html',
})
export class LivePage {
  private readonly openSessions = inject(OpenSessions);
  private readonly viewState = inject(ViewState);
  private readonly feed = inject(LiveFeed);
  private readonly clock = inject(Clock);
  private readonly health = inject(MonitorHealth).health;
  private readonly minute = inject(ServerClock).minute;

  protected readonly query = this.viewState.query;
  protected readonly past = inject(PastSessions);
  protected readonly isPast = this.past.isAsked;
  protected readonly title = computed(() =>
    this.isPast() ? $localize`Sessions of the past` : $localize`Live sessions`,
  );
  /** The instant up to which lengths are counted: now, or the one that the rows are of. */
  protected readonly now = computed(() =>
    this.isPast() ? (this.past.asOf() ?? this.query().at ?? 0) : this.minute(),
  );

  protected readonly isTouched = signal(false);
  private readonly isHeld = computed(() => this.isTouched() || this.feed.isPaused());
  private readonly still = calm(this.openSessions.list, this.isHeld);
  private readonly list = computed(() => (this.isPast() ? this.past.list() : this.still.shown()));
  private readonly sessions = computed(() => this.list()?.sessions);

  private readonly closedGroups = linkedSignal<string, ReadonlySet<string>>({
    source: () => this.query().group,
    computation: () => new Set(),
  });

  // Only the heads of product groups say how many licences are owned, and only of now.
  private readonly needsOwned = computed(() => this.query().group === 'product' && !this.isPast());
  private readonly owned = lastValue(
    overviewResource(() => (this.needsOwned() ? this.viewState.zone() : null)),
  );
  private readonly entitlements = computed(() =>
    toEntitlements(this.needsOwned() ? (this.owned()?.products ?? []) : []),
  );

  protected readonly write = (zone: string) => toSessionsExport(this.view.sessions(), zone);
  protected readonly view = toLiveView({
    sessions: computed(() => this.sessions() ?? NO_SESSIONS),
    query: this.query,
    options: computed(() => ({
      closedGroups: this.closedGroups(),
      entitlements: this.entitlements(),
    })),
    now: this.now,
  });

  protected readonly totals = computed(() =>
    describeTotals(this.view.figures(), this.sessions()?.size ?? 0),
  );

  protected readonly isTruncated = computed(() => this.list()?.isTruncated ?? false);

  protected readonly waiting = computed(() => {
    if (this.isPast() || !this.still.isBehind()) return 0;
    const known = this.openSessions.list()?.sessions ?? NO_SESSIONS;
    return countDifferences(this.sessions() ?? NO_SESSIONS, known);
  });

  protected readonly fresh = linkedSignal<OpenSessionList['sessions'] | undefined, FreshSessions>({
    source: () => this.still.shown()?.sessions,
    computation: (sessions, previous) => {
      const before = previous?.source;
      if (sessions === undefined || before === undefined) return new Map();
      return markFresh(previous?.value ?? new Map(), before, sessions.keys(), this.clock.now());
    },
  });

  protected readonly none: FreshSessions = new Map();
  private readonly resource = computed(() =>
    this.isPast() ? this.past.resource : this.openSessions.resource,
  );

  protected readonly state = computed(() => {
    if (this.past.isToCome()) return TO_COME;
    const resource = this.resource();
    const connection = this.feed.connection();
    const isStale = connection.kind === 'stale' && !this.isPast();
    return toPanelState({
      hasAnswer: this.sessions() !== undefined,
      isLoading: resource.isLoading(),
      error: resource.error(),
      emptiness: this.emptiness(),
      staleSince: isStale ? connection.since : null,
    });
  });

  constructor() {
    announceLiveChanges(() => this.feed.isPaused() || this.isPast());
    const announcer = inject(Announcer);
    effect(() => {
      this.query();
      this.past.asOf();
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
    this.resource().reload();
  }

  protected clearFilters(): void {
    this.viewState.choose(withoutFilters(this.query()));
  }

  private emptiness(): Emptiness | null {
    if (this.view.sessions().length > 0) return null;
    const isNarrowed = (this.sessions()?.size ?? 0) > 0;
    if (isNarrowed) return { kind: 'emptyByFilter' };
    return explainEmptiness(this.health(), this.isPast() ? NOBODY_THEN : NOBODY);
  }
}
