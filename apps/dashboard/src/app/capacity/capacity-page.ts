import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MonitorHealth } from '../data/monitor-health';
import type { ApiResource } from '../data/api-client';
import type { RangePreset } from '../history/range-picker';
import { RangePicker } from '../history/range-picker';
import { explainEmptiness } from '../panel/emptiness';
import { Panel } from '../panel/panel';
import { toPanelState, type Emptiness, type PanelState } from '../panel/panel-state';
import { notePrint } from '../print/print-note';
import { describeIgnoredFilters } from '../view-state/ignored-filters';
import { ViewState } from '../view-state/view-state';
import { KeepTogether } from '../wording/keep-together';
import { Masking } from '../wording/masking';
import { formatInstant, toIsoInstant } from '../wording/instant';
import { nameModel } from '../wording/quantity';
import { toVisibleText, VisibleText } from '../wording/visible-text';
import { CapacityFigures } from './capacity-figures';
import { toCapacitySentence } from './capacity-sentence';
import { EnoughTable } from './enough-table';
import { LoadDuration } from './load-duration';
import { OwnedSeats } from './owned-seats';
import { toSeatNumber } from './seats-owned';
import { WeekHeatMap } from './week-heat-map';
import { WhatIf } from './what-if';

const presets: readonly RangePreset[] = [
  { name: $localize`:A range|:Last 7 days`, from: 'now-7d' },
  { name: $localize`:A range|:Last 4 weeks`, from: '' },
  { name: $localize`:A range|:Last 90 days`, from: 'now-90d' },
  { name: $localize`:A range|:Last 365 days`, from: 'now-365d' },
];

const NOTHING = {
  cause: $localize`No product has been seen yet, neither in the log nor among what is owned.`,
  nextStep: $localize`Products appear with the first licence that is granted or denied.`,
};

/** "How many seats are enough, and when is it tight?" */
@Component({
  selector: 'lm-capacity-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    EnoughTable,
    KeepTogether,
    LoadDuration,
    OwnedSeats,
    Panel,
    RangePicker,
    VisibleText,
    WeekHeatMap,
    WhatIf,
  ],
  providers: [CapacityFigures],
  templateUrl: './capacity-page.html',
  styleUrl: './capacity-page.css',
})
export class CapacityPage {
  protected readonly figures = inject(CapacityFigures);
  protected readonly viewState = inject(ViewState);
  private readonly health = inject(MonitorHealth).health;
  private readonly masking = inject(Masking);

  protected readonly presets = presets;
  protected readonly ownedSeats = computed(() => toSeatNumber(this.figures.seatsOwned()));
  protected readonly ignored = computed(() =>
    describeIgnoredFilters(
      this.viewState.query(),
      ['user', 'host'],
      $localize`Seats are shared by all`,
      this.masking.nameOf(),
    ),
  );

  /** What can be chosen: what is known, and what the address names even if nobody knows it. */
  protected readonly products = computed(() => {
    const product = this.figures.chosen()?.product;
    const known = this.figures.products();
    return product === undefined || known.includes(product) ? known : [product, ...known];
  });

  protected readonly sentence = computed(() => {
    const load = this.figures.load();
    if (load === undefined) return null;
    return toCapacitySentence(load, this.figures.seatsOwned(), this.figures.week()?.cells ?? []);
  });

  /** Said where one code is several products: each would have seats of its own. */
  protected readonly severalModels = computed(() => {
    const items = this.figures.loadsShown()?.items ?? [];
    const [first] = items;
    if (first === undefined || items.length === 1) return null;
    const count = items.length;
    const model = nameModel(first.model) ?? $localize`concurrent user`;
    return first.editor === null
      ? $localize`${count}:count: products have this code; shown is the one with the licence model "${model}:model:".`
      : $localize`${count}:count: products have this code; shown is the one of ${toVisibleText(first.editor)}:editor: with the licence model "${model}:model:".`;
  });

  protected readonly range = computed(() => {
    const shown = this.figures.loadsShown();
    if (shown === undefined) return null;
    const { from, to, asOf } = shown;
    const write = (at: number) => formatInstant(at, this.viewState.zone(), asOf);
    return $localize`:A range|:${write(from)}:from: to ${write(to)}:to:`;
  });

  /** Of an address that shows the rows behind the figures. */
  protected readonly parameters = computed(() => {
    const shown = this.figures.loadsShown();
    const product = this.figures.chosen()?.product;
    if (shown === undefined || product === undefined) return {};
    const { server, zone } = this.viewState.carriedParameters();
    const range = { from: toIsoInstant(shown.from), to: toIsoInstant(shown.to) };
    return { product, ...(server && { server }), ...range, ...(zone && { zone }) };
  });

  protected readonly loadState = computed(() =>
    this.toState(this.figures.loads, this.figures.load() !== undefined, this.unknownProduct()),
  );
  protected readonly weekState = computed(() =>
    this.toState(this.figures.weeks, this.figures.week() !== undefined, null),
  );
  protected readonly whatIfState = computed(() =>
    this.toState(this.figures.whatIf, this.figures.whatIfShown() !== undefined, null),
  );
  protected readonly ownedState = computed(() =>
    this.toState(this.figures.entitlements, this.figures.owned() !== undefined, null),
  );
  /** The rest of the screen waits for a product that is known. */
  protected readonly hasProduct = computed(() => this.figures.load() !== undefined);

  constructor() {
    notePrint(() => {
      const shown = this.figures.loadsShown();
      if (shown === undefined) return null;
      const observedMs = this.figures.load()?.observedMs ?? null;
      return { from: shown.from, to: shown.to, observedMs };
    });
  }

  protected chooseProduct(index: number): void {
    const product = this.products()[index];
    if (product !== undefined) this.viewState.choose({ product: [product], seats: null });
  }

  protected retryFirst(): void {
    const { overview, entitlements, loads } = this.figures;
    for (const resource of [overview, entitlements, loads]) {
      if (resource.error() !== undefined) resource.reload();
    }
  }

  private unknownProduct(): Emptiness | null {
    if (this.figures.chosen() === null) return explainEmptiness(this.health(), NOTHING);
    const shown = this.figures.loadsShown();
    if (shown === undefined || shown.items.length > 0) return null;
    const product = toVisibleText(this.figures.chosen()?.product ?? '');
    return explainEmptiness(this.health(), {
      cause: $localize`Nothing is known of ${product}:product: in this range.`,
      nextStep: $localize`Choose another product, or a longer range.`,
    });
  }

  private toState(
    resource: ApiResource<unknown>,
    hasAnswer: boolean,
    emptiness: Emptiness | null,
  ): PanelState {
    // Before a product is known nothing is asked about it: the fault is in what was asked first.
    const isUnchosen = this.figures.chosen() === undefined;
    const error = resource.error() ?? (isUnchosen ? this.figures.overview.error() : undefined);
    const isLoading = resource.isLoading();
    const isKnown = hasAnswer || emptiness !== null;
    return toPanelState({ hasAnswer: isKnown, isLoading, error, emptiness, staleSince: null });
  }
}
