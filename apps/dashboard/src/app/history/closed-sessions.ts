import { computed, inject, Injectable, linkedSignal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Page, SessionDto } from '@license-monitor/api-contract';
import { closedSessionsList, closedSessionsResource } from '../data/api-client';
import { LiveFeed } from '../data/live-feed';
import type { LiveMessage } from '../data/live-message';
import { reloadWhenBehind, reloadWhileFailing } from '../data/recovery';
import { ServerClock } from '../data/server-clock';
import { ViewState } from '../view-state/view-state';
import { addClosed, addPage, findNews, MAX_GROWN_ROWS, type HistoryList } from './history-list';
import {
  isSameFilter,
  matchesFilter,
  toHistoryFilter,
  toHistoryRequest,
  type HistoryFilter,
} from './history-request';

interface Fetch {
  readonly filter: HistoryFilter;
  readonly cursor: string | null;
  readonly page: Page<SessionDto> | undefined;
}

interface Fetched {
  readonly filter: HistoryFilter;
  readonly list: HistoryList;
}

/** Closed sessions, fetched page by page, and beside them those that closed meanwhile. */
@Injectable()
export class ClosedSessions {
  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);

  private readonly filter = computed(() => toHistoryFilter(this.viewState.query()), {
    equal: isSameFilter,
  });
  private readonly cursor = linkedSignal<HistoryFilter, string | null>({
    source: this.filter,
    computation: () => null,
  });

  private readonly request = computed(() => {
    const now = untracked(() => this.serverClock.now());
    return toHistoryRequest(this.filter(), this.cursor(), now);
  });

  /** The request for the page that was asked for last. */
  readonly resource = closedSessionsResource(this.request);

  /** The same list, for a file with all of its rows. */
  readonly whole = computed(() => closedSessionsList(this.request()));

  private readonly fetched = linkedSignal<Fetch, Fetched | undefined>({
    source: () => ({
      filter: this.filter(),
      cursor: this.cursor(),
      page: this.resource.hasValue() ? this.resource.value() : undefined,
    }),
    computation: ({ filter, cursor, page }, previous) => {
      const before = previous?.value;
      // Rows stay while a further page loads, and while the first one is fetched anew.
      if (page === undefined) return before;
      const isFurther = cursor !== null && before?.filter === filter;
      return { filter, list: isFurther ? addPage(before.list, page) : page };
    },
  });

  private readonly closed = linkedSignal<HistoryFilter, readonly SessionDto[]>({
    source: this.filter,
    computation: () => [],
  });

  /** The sessions fetched so far; undefined before the first answer. */
  readonly list = computed(() => this.fetched()?.list);

  /** Whether the rows are still those of an earlier filter. */
  readonly isOutdated = computed(() => this.fetched()?.filter !== this.filter());

  /** Sessions that closed since the rows were fetched and that are not among them yet. */
  readonly news = computed(() => {
    const list = this.list();
    return list === undefined ? [] : findNews(list, this.closed());
  });

  constructor() {
    reloadWhileFailing(this.resource);
    reloadWhenBehind(
      () => this.reload(),
      computed(() => (this.list() === undefined ? undefined : null)),
    );
    inject(LiveFeed)
      .messages.pipe(takeUntilDestroyed())
      .subscribe((message) => this.receive(message));
  }

  /** Puts the news among the rows. */
  takeNews(): void {
    const news = this.news();
    this.closed.set([]);
    this.fetched.update(
      (fetched) => fetched && { ...fetched, list: addClosed(fetched.list, news) },
    );
  }

  /** Fetches the next older page. */
  loadMore(): void {
    const next = this.list()?.nextCursor;
    if (next && !this.resource.isLoading()) this.cursor.set(next);
  }

  /** Fetches the newest page anew. */
  reload(): void {
    if (this.cursor() === null) this.resource.reload();
    else this.cursor.set(null);
  }

  private receive(message: LiveMessage): void {
    if (message.kind === 'resync') this.reload();
    if (message.kind !== 'sessions') return;
    const now = this.serverClock.now();
    const closed = message.data.closed.filter((session) =>
      matchesFilter(session, this.filter(), now),
    );
    if (closed.length === 0) return;
    this.closed.update((known) => [...known, ...closed].slice(-MAX_GROWN_ROWS));
    if ((this.list()?.items.length ?? 0) > MAX_GROWN_ROWS) this.reload();
  }
}
