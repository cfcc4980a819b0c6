import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type {
  ProductSummaryDto,
  UsageSeriesDto,
  UsageSummaryDto,
} from '@license-monitor/api-contract';
import { LiveFeed } from '../data/live-feed';
import { MonitorHealth } from '../data/monitor-health';
import { toUsageKey } from '../data/product-key';
import { ServerClock } from '../data/server-clock';
import { ExportButtons } from '../export/export-buttons';
import { noRows, type ExportTable } from '../export/export-table';
import { RangePicker } from '../history/range-picker';
import { explainEmptiness } from '../panel/emptiness';
import { Panel } from '../panel/panel';
import { toPanelState, type Emptiness } from '../panel/panel-state';
import { notePrint, type PrintNote } from '../print/print-note';
import { ComparePicker } from '../view-state/compare-picker';
import { figurePresets } from '../view-state/figure-presets';
import { FilterBar } from '../view-state/filter-bar';
import { ProductChooser } from '../view-state/product-chooser';
import { withoutFilters } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { formatInstant } from '../wording/instant';
import { KeepTogether } from '../wording/keep-together';
import { toVisibleText } from '../wording/visible-text';
import { MAX_PRODUCTS } from './choose-product';
import { ProductUsage } from './product-usage';
import { toSeriesExport } from './series-rows';
import { UsageFigures } from './usage-figures';
import {
  toComparedSentence,
  toGrowthSentence,
  toPeaksSentence,
  toUsageSentence,
  type Reading,
} from './usage-sentence';

const NOTHING = {
  cause: $localize`No product has been seen in the log yet.`,
  nextStep: $localize`Products appear with the first licence that is granted or denied.`,
};

type Named = Pick<ProductSummaryDto, 'product' | 'editor' | 'model'>;

const findSummary = (summary: UsageSummaryDto | undefined, item: Named) =>
  summary?.items.find((one) => toUsageKey(one) === toUsageKey(item));

/** "Is it growing?" */
@Component({
  selector: 'lm-usage-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ComparePicker,
    ExportButtons,
    FilterBar,
    KeepTogether,
    Panel,
    ProductChooser,
    ProductUsage,
    RangePicker,
  ],
  providers: [UsageFigures],
  templateUrl: './usage-page.html',
  styles: `
    /* Its sentence has a line more than others: how it was before. */
    @media screen {
      .answer {
        min-block-size: 72px;
      }
    }
  `,
})
export class UsagePage {
  private readonly figures = inject(UsageFigures);
  private readonly viewState = inject(ViewState);
  private readonly feed = inject(LiveFeed);
  private readonly health = inject(MonitorHealth).health;
  private readonly now = inject(ServerClock).minute;

  protected readonly presets = figurePresets;
  protected readonly series = this.figures.series;
  protected readonly keyOf = toUsageKey;

  /** The codes of the products that are known, to choose from. */
  protected readonly known = this.figures.known;

  /** The products with their figures, in the order of the API. */
  protected readonly products = computed(() => {
    const series = this.series();
    const summary = this.figures.summary();
    return (series?.items ?? []).map((item) => ({
      item,
      summary: findSummary(summary, item),
      before: summary?.compare?.items.find((one) => toUsageKey(one) === toUsageKey(item)),
      text: this.describe(findSummary(summary, item)),
    }));
  });

  protected readonly sentence = computed(() => {
    const products = this.products();
    return products.length === 1
      ? (products[0]?.text ?? '')
      : toPeaksSentence(products.flatMap(({ summary }) => summary ?? []));
  });

  /** What was chosen without being asked for. */
  protected readonly choice = computed(() => {
    const chosen = this.figures.chosenByPeak();
    if (chosen !== null) {
      const name = toVisibleText(chosen);
      return $localize`No product is chosen: ${name}:product: is shown, with the highest peak today.`;
    }
    const asked = this.viewState.query().product.length;
    return asked > MAX_PRODUCTS
      ? $localize`Of ${asked}:all: products the first ${MAX_PRODUCTS}:shown: are shown.`
      : '';
  });

  protected readonly range = computed(() => {
    const series = this.series();
    if (series === undefined) return '';
    const write = (at: number) => formatInstant(at, this.viewState.zone(), this.now());
    return $localize`:A range|:${write(series.from)}:from: to ${write(series.to)}:to:, not included`;
  });

  protected readonly state = computed(() => {
    const connection = this.feed.connection();
    return toPanelState({
      hasAnswer: this.series() !== undefined || this.figures.hasNoProduct(),
      isLoading: this.figures.isLoading(),
      error: this.figures.error(),
      emptiness: this.emptiness(),
      staleSince: connection.kind === 'stale' ? connection.since : null,
    });
  });

  protected readonly write = (zone: string): ExportTable => {
    const series = this.series();
    return series === undefined ? noRows : toSeriesExport(series, zone);
  };

  constructor() {
    notePrint(() => this.toNote());
  }

  protected retry(): void {
    this.figures.reload();
  }

  protected clearFilters(): void {
    this.viewState.choose(withoutFilters(this.viewState.query()));
  }

  /** Of several products the one that was observed least. */
  private toNote(): PrintNote | null {
    const series = this.series();
    if (series === undefined) return null;
    const observed = this.products().flatMap(({ summary }) => summary?.observedMs ?? []);
    const observedMs = observed.length === 0 ? null : Math.min(...observed);
    return { from: series.from, to: series.to, observedMs };
  }

  private describe(summary: ProductSummaryDto | undefined): string {
    const series = this.series();
    if (series === undefined || summary === undefined) return '';
    const reading = { zone: this.viewState.zone(), now: this.now() };
    const growth = this.describeGrowth(summary, series, reading);
    return `${toUsageSentence(summary, series, reading)} ${growth}`.trim();
  }

  /** Against the range that was chosen, or else against the one before. */
  private describeGrowth(summary: ProductSummaryDto, series: UsageSeriesDto, reading: Reading) {
    const compared = this.figures.summary()?.compare;
    if (compared != null) {
      const then = compared.items.find((one) => toUsageKey(one) === toUsageKey(summary));
      return toComparedSentence(summary, then, compared, reading);
    }
    const before = this.figures.summaryBefore();
    return before === undefined
      ? ''
      : toGrowthSentence(summary, findSummary(before, summary), series);
  }

  private emptiness(): Emptiness | null {
    if (this.figures.hasNoProduct()) return explainEmptiness(this.health(), NOTHING);
    const series = this.series();
    if (series === undefined) return null;
    if (series.to <= series.from) {
      const end = formatInstant(series.to, this.viewState.zone(), this.now());
      return {
        kind: 'emptyByNature',
        cause: $localize`Nothing is known of this range: the log was read up to ${end}:instant:.`,
        nextStep: $localize`Choose an earlier range.`,
      };
    }
    return series.items.length === 0 ? { kind: 'emptyByFilter' } : null;
  }
}
