import { computed, DestroyRef, inject, Injectable, linkedSignal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { DeniedRequestDto, DeniedRequestsDto } from '@license-monitor/api-contract';
import { Clock } from '../data/clock';
import {
  denialSeriesResource,
  deniedRequestsList,
  deniedRequestsResource,
} from '../data/figures-client';
import { lastValueAbout } from '../data/last-value';
import { LiveFeed } from '../data/live-feed';
import { reloadWhenBehind, reloadWhileFailing } from '../data/recovery';
import { ServerClock } from '../data/server-clock';
import { throttle } from '../data/throttle';
import { isSameRequest } from '../view-state/figures-request';
import { ViewState } from '../view-state/view-state';
import {
  matchesDenial,
  toDenialsFilter,
  toDenialSeriesRequest,
  toDenialsRequest,
  type DenialsFilter,
} from './denials-filter';

const REFETCH_EVERY_MS = 5_000;

interface Fetch {
  readonly filter: DenialsFilter;
  readonly cursor: string | null;
  readonly page: DeniedRequestsDto | undefined;
}

interface Fetched {
  readonly filter: DenialsFilter;
  readonly list: DeniedRequestsDto;
}

function addPage(list: DeniedRequestsDto, page: DeniedRequestsDto): DeniedRequestsDto {
  const known = new Set(list.items.map(({ id }) => id));
  const added = page.items.filter(({ id }: DeniedRequestDto) => !known.has(id));
  return { ...page, items: [...list.items, ...added] };
}

/** Denied requests, fetched page by page, the last one first. */
@Injectable()
export class DeniedRequests {
  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);

  private readonly filter = computed(() => toDenialsFilter(this.viewState.query()), {
    equal: isSameRequest,
  });
  private readonly cursor = linkedSignal<DenialsFilter, string | null>({
    source: this.filter,
    computation: () => null,
  });

  private readonly request = computed(() => {
    this.filter();
    const [query, now] = untracked(() => [this.viewState.query(), this.serverClock.now()] as const);
    return toDenialsRequest(query, this.cursor(), now);
  });

  /** The request for the page that was asked for last. */
  readonly resource = deniedRequestsResource(this.request);

  /** The same list, for a file with all of its rows. */
  readonly whole = computed(() => deniedRequestsList(this.request()));

  private readonly seriesRequest = denialSeriesResource(() => {
    this.filter();
    const [query, now] = untracked(() => [this.viewState.query(), this.serverClock.now()] as const);
    return toDenialSeriesRequest(query, now);
  });

  /** All of the range along time, listed or not; undefined before the first answer. */
  readonly series = lastValueAbout(this.seriesRequest, () => JSON.stringify(this.filter()));

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

  private readonly told = linkedSignal<DenialsFilter, number>({
    source: this.filter,
    computation: () => 0,
  });
  private readonly refetch = throttle(inject(Clock), REFETCH_EVERY_MS, () => this.reload());

  /** What was fetched so far; undefined before the first answer. */
  readonly list = computed(() => this.fetched()?.list);

  /** Whether the rows are still those of an earlier filter. */
  readonly isOutdated = computed(() => this.fetched()?.filter !== this.filter());

  /** Whether nothing but the newest page was fetched. */
  readonly isFirstPage = computed(() => this.cursor() === null);

  /** How many denials came since the rows were fetched; not all of them are requests of their own. */
  readonly news = this.told.asReadonly();

  constructor() {
    reloadWhileFailing(this.resource);
    reloadWhileFailing(this.seriesRequest);
    reloadWhenBehind(
      () => this.reload(),
      computed(() => (this.list() === undefined ? undefined : null)),
    );
    inject(LiveFeed)
      .messages.pipe(takeUntilDestroyed())
      .subscribe((message) => {
        if (message.kind === 'resync') this.reload();
        if (message.kind !== 'denial') return;
        const own = message.data.denials.filter((denial) => matchesDenial(denial, this.filter()));
        this.told.update((count) => count + own.length);
      });
    inject(DestroyRef).onDestroy(() => this.refetch.cancel());
  }

  /** Fetches the newest page anew, not too often. */
  takeNews(): void {
    this.refetch.request();
  }

  /** Fetches the next older page. */
  loadMore(): void {
    const next = this.list()?.nextCursor;
    if (next && !this.resource.isLoading()) this.cursor.set(next);
  }

  /** Fetches the newest page anew. */
  reload(): void {
    this.told.set(0);
    this.seriesRequest.reload();
    if (this.cursor() === null) this.resource.reload();
    else this.cursor.set(null);
  }
}
