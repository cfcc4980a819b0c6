import { computed, DestroyRef, inject, Injectable, signal, untracked } from '@angular/core';
import { overviewResource } from '../data/api-client';
import { Clock } from '../data/clock';
import { usageSeriesResource, usageSummaryResource } from '../data/figures-client';
import { lastValue } from '../data/last-value';
import { reloadWhileFailing } from '../data/recovery';
import { ServerClock } from '../data/server-clock';
import {
  isSameRequest,
  toFiguresRequest,
  type FiguresRequest,
} from '../view-state/figures-request';
import { ViewState } from '../view-state/view-state';
import type { Comparison } from '../view-state/view-query';
import { chooseProduct, MAX_PRODUCTS } from './choose-product';

const BUCKETS = 400;
const REFRESH_EVERY_MS = 5 * 60_000;

/** Of what figures are asked for, and with which earlier range they are compared. */
interface UsageRequest extends FiguresRequest {
  readonly compare: Comparison | null;
  /** By whose clock the earlier range begins at the same time; null where nothing is compared. */
  readonly zone: string | null;
}

/** Use over time of the products of a view, and the figures of the same range and of the one before. */
@Injectable()
export class UsageFigures {
  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);
  private readonly refreshes = signal(0);

  private readonly isChosen = computed(() => this.viewState.query().product.length > 0);
  private readonly overviewRequest = overviewResource(() => this.viewState.zone());
  private readonly overview = lastValue(this.overviewRequest);

  /** The codes of the products of the overview. */
  readonly known = computed(() => this.overview()?.products.map(({ product }) => product) ?? [], {
    equal: isSameRequest,
  });

  /** The product that was chosen because the address names none; null when it does. */
  readonly chosenByPeak = computed(() => {
    const overview = this.overview();
    return this.isChosen() || overview === undefined ? null : chooseProduct(overview);
  });

  /** Whether no product is known that could be shown. */
  readonly hasNoProduct = computed(
    () => !this.isChosen() && this.overview() !== undefined && this.chosenByPeak() === null,
  );

  private readonly request = computed<UsageRequest | null>(
    () => {
      this.refreshes();
      const query = this.viewState.query();
      const now = untracked(() => this.serverClock.now());
      const byPeak = this.chosenByPeak();
      const product = this.isChosen()
        ? query.product.slice(0, MAX_PRODUCTS)
        : [byPeak].filter((code) => code !== null);
      if (product.length === 0) return null;
      const { compare } = query;
      const zone = compare === null ? null : this.viewState.zone();
      return { ...toFiguresRequest(query, now), product, compare, zone };
    },
    { equal: isSameRequest },
  );

  private readonly seriesRequest = usageSeriesResource(() => {
    const request = this.request();
    return request && { ...request, buckets: BUCKETS };
  });
  private readonly summaryRequest = usageSummaryResource(() => this.request());

  /** Use over time; undefined before the first answer. */
  readonly series = lastValue(this.seriesRequest);

  /** The figures of the range; undefined before the first answer. */
  readonly summary = lastValue(this.summaryRequest);

  // The range before, as long as the one that is shown; asked for where no other one is.
  private readonly requestBefore = computed<UsageRequest | null>(
    () => {
      const request = this.request();
      const summary = this.summaryRequest.hasValue() ? this.summaryRequest.value() : undefined;
      if (request === null || request.compare !== null) return null;
      if (summary === undefined || summary.to <= summary.from) return null;
      const { from, to } = summary;
      return { ...request, from: Math.max(0, from - (to - from)), to: from };
    },
    { equal: isSameRequest },
  );
  private readonly summaryBeforeRequest = usageSummaryResource(() => this.requestBefore());

  /** The figures of the range before; undefined while they are not known. */
  readonly summaryBefore = computed(() => {
    const resource = this.summaryBeforeRequest;
    return resource.hasValue() ? resource.value() : undefined;
  });

  private readonly resources = [this.overviewRequest, this.seriesRequest, this.summaryRequest];
  // Once a product is chosen the overview only offers others.
  private readonly needed = computed(() =>
    this.isChosen() ? this.resources.slice(1) : this.resources,
  );

  readonly isLoading = computed(() => this.needed().some((one) => one.isLoading()));

  /** What the first request that failed threw; undefined when none did. */
  readonly error = computed(() =>
    this.needed()
      .find((one) => one.error() !== undefined)
      ?.error(),
  );

  constructor() {
    for (const resource of this.resources) reloadWhileFailing(resource);
    const refresh = () => this.refreshes.update((count) => count + 1);
    inject(DestroyRef).onDestroy(inject(Clock).every(REFRESH_EVERY_MS, refresh));
  }

  /** Fetches everything anew. */
  reload(): void {
    for (const resource of this.resources) resource.reload();
  }
}
