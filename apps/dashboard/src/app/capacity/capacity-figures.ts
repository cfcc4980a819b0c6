import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { overviewResource } from '../data/api-client';
import {
  entitlementsResource,
  hourOfWeekResource,
  loadDurationResource,
  whatIfResource,
} from '../data/capacity-client';
import { Clock } from '../data/clock';
import { lastValue } from '../data/last-value';
import { reloadWhileFailing } from '../data/recovery';
import { ServerClock } from '../data/server-clock';
import {
  isSameRequest,
  toFiguresRequest,
  type FiguresRequest,
} from '../view-state/figures-request';
import { ViewState } from '../view-state/view-state';
import { chooseNamed, chooseTightest, listProducts } from './chosen-product';
import { seatsOwnedAt, toSeatNumber, type SeatsOwned } from './seats-owned';

/** Four weeks show each hour of the week often enough, and let the interval be drawn. */
const STANDARD_START = { kind: 'ago', amount: 4, unit: 'w' } as const;
const REFRESH_EVERY_MS = 5 * 60_000;

/** All that the capacity screen asks for, of the one product that it shows. */
@Injectable()
export class CapacityFigures {
  private readonly viewState = inject(ViewState);
  private readonly serverClock = inject(ServerClock);
  private readonly now = signal(this.serverClock.now());

  readonly overview = overviewResource(() => this.viewState.zone());
  readonly entitlements = entitlementsResource(() => this.viewState.query().server);
  private readonly lastOverview = lastValue(this.overview);
  readonly owned = lastValue(this.entitlements);

  /** The products that can be chosen; empty while they are not known. */
  readonly products = computed(() =>
    listProducts({
      products: this.lastOverview()?.products ?? [],
      entitlements: this.owned()?.items ?? [],
    }),
  );

  /** The product that is shown; null where there is none, undefined while it is not known. */
  readonly chosen = computed(() => chooseNamed(this.viewState.query().product) ?? this.tightest());

  private readonly request = computed<FiguresRequest | null>(
    () => {
      const chosen = this.chosen();
      if (chosen == null) return null;
      const query = this.viewState.query();
      const from = query.from ?? STANDARD_START;
      const subjects = { product: [chosen.product], user: [], host: [] };
      return toFiguresRequest({ ...query, from, ...subjects }, this.now());
    },
    { equal: isSameRequest },
  );

  readonly loads = loadDurationResource(this.request);
  readonly weeks = hourOfWeekResource(this.request, () => this.viewState.zone());
  private readonly lastLoads = lastValue(this.loads);
  private readonly lastWeeks = lastValue(this.weeks);

  /** The load duration of each licence model of the product; undefined before the answer. */
  readonly loadsShown = computed(() => {
    const answer = this.lastLoads();
    const items = answer?.items.filter(({ product }) => product === this.chosen()?.product);
    // What is kept of another product is no answer about this one.
    return answer === undefined || (items?.length === 0 && this.loads.isLoading())
      ? undefined
      : { from: answer.from, to: answer.to, asOf: answer.asOf, items: items ?? [] };
  });
  readonly load = computed(() => this.loadsShown()?.items[0]);

  readonly week = computed(() => {
    const answer = this.lastWeeks();
    const found = answer?.items.find(({ product }) => product === this.chosen()?.product);
    return answer && found && { cells: found.cells, from: answer.from, to: answer.to };
  });

  readonly seatsOwned = computed<SeatsOwned>(() => {
    const to = this.loadsShown()?.to ?? this.now();
    return seatsOwnedAt(this.load()?.entitlements ?? null, to - 1);
  });

  /** How many licences are tried out; null before it is known how many there are. */
  readonly seats = computed(() => {
    const load = this.load();
    const { seats } = this.viewState.query();
    if (load === undefined) return seats;
    return seats ?? toSeatNumber(this.seatsOwned()) ?? load.levels.length;
  });

  readonly whatIf = whatIfResource(this.request, this.seats);
  private readonly lastWhatIf = lastValue(this.whatIf);
  readonly whatIfShown = computed(() => {
    const answer = this.lastWhatIf();
    return answer?.product === this.chosen()?.product ? answer : undefined;
  });

  constructor() {
    const all = [this.overview, this.entitlements, this.loads, this.weeks, this.whatIf];
    for (const resource of all) reloadWhileFailing(resource);
    const stop = inject(Clock).every(REFRESH_EVERY_MS, () => this.now.set(this.serverClock.now()));
    inject(DestroyRef).onDestroy(stop);
  }

  private readonly tightest = computed(() => {
    const overview = this.lastOverview();
    const owned = this.owned();
    // Without the seats the choice is another one, so they are waited for as long as they may come.
    if (overview === undefined || (owned === undefined && !this.entitlements.error())) {
      return undefined;
    }
    const entitlements = owned?.items ?? [];
    return chooseTightest({ products: overview.products, entitlements, at: overview.asOf });
  });
}
