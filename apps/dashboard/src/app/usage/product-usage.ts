import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  EpochMs,
  ProductSeriesDto,
  ProductSummaryDto,
  UsageSeriesDto,
} from '@license-monitor/api-contract';
import { ServerClock } from '../data/server-clock';
import { Printing } from '../print/printing';
import { DenialLane } from '../plot/denial-lane';
import { toMinuteRange } from '../view-state/minute-range';
import { writeTimePoint } from '../view-state/time-point';
import { ViewState } from '../view-state/view-state';
import { describeDenialCounts } from '../wording/denial-counts';
import { formatInstant } from '../wording/instant';
import { fill } from '../wording/message';
import { formatCount, formatDecimal, nameModel } from '../wording/quantity';
import { toVisibleText, VisibleText } from '../wording/visible-text';
import { sumDenials, toDenialMarks } from './denial-marks';
import { describeUnobserved } from './describe-unobserved';
import { describeOwned } from './describe-owned';
import { joinRows } from './join-rows';
import { toComparedFigures } from './product-figures';
import { findBefore, toSeriesRows, type SeriesRow } from './series-rows';
import { SeriesTable } from './series-table';
import { UsePlot } from './use-plot';
import { toUnobserved, toUsePlotData, type Span } from './use-plot-data';

/** So many rows leave room for plot and figures on one sheet of paper. */
const PRINTED_ROWS = 14;

/** The use of one product over time: plot, denials, figures, and the same as a table. */
@Component({
  selector: 'lm-product-usage',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DenialLane, RouterLink, SeriesTable, UsePlot, VisibleText],
  templateUrl: './product-usage.html',
  styleUrl: './product-usage.css',
})
export class ProductUsage {
  readonly series = input.required<UsageSeriesDto>();
  readonly item = input.required<ProductSeriesDto>();
  /** The figures of the same range; undefined while they are not known. */
  readonly summary = input<ProductSummaryDto>();
  /** The figures of the earlier range; undefined while there are none. */
  readonly summaryBefore = input<ProductSummaryDto>();
  /** What the figures say, in a sentence; empty while they are not known. */
  readonly text = input('');
  /** Whether the screen shows this product alone, and has said the sentence already. */
  readonly isAlone = input(false);

  private readonly viewState = inject(ViewState);
  private readonly now = inject(ServerClock).minute;
  protected readonly zone = this.viewState.zone;
  private readonly reading = computed(() => ({ zone: this.zone(), now: this.now() }));

  protected readonly isPrinting = inject(Printing).isOn;
  protected readonly isTableOpen = signal(false);
  private readonly pointedAt = signal<EpochMs | null>(null);

  protected readonly model = computed(() => nameModel(this.item().model));
  private readonly before = computed(() => findBefore(this.series(), this.item()));
  protected readonly isCompared = computed(() => this.series().compare !== null);
  /** Says what the thin line is. */
  protected readonly compared = computed(() => {
    const { compare } = this.series();
    if (compare === null) return '';
    const { zone, now } = this.reading();
    const [from, to] = [compare.from, compare.to].map((at) => formatInstant(at, zone, now));
    return this.before() === undefined
      ? $localize`Nothing is known of ${from}:from: to ${to}:to:.`
      : $localize`Thin line: most in use from ${from}:from: to ${to}:to:, day under day.`;
  });
  protected readonly data = computed(() =>
    toUsePlotData(this.series(), this.item(), this.before()),
  );
  protected readonly rows = computed(() => toSeriesRows(this.series(), this.item(), this.before()));
  protected readonly tableRows = computed(() =>
    this.isPrinting() ? joinRows(this.rows(), PRINTED_ROWS) : this.rows(),
  );
  /** Said on paper where a line stands for several times. */
  protected readonly joined = computed(() => {
    const [shown, all] = [this.tableRows().length, this.rows().length];
    return shown === all
      ? ''
      : fill(
          $localize`{all, plural, other {# equal times, joined into {shown} lines; each of them as CSV at the address above.}}`,
          { all, shown },
        );
  });
  protected readonly unobserved = computed(() =>
    describeUnobserved(toUnobserved(this.item().gaps), this.reading()),
  );
  protected readonly owned = computed(() => describeOwned(this.item().entitlements));

  protected readonly label = computed(
    () => this.text() || $localize`Use of ${toVisibleText(this.item().product)}:product: over time`,
  );
  protected readonly caption = computed(
    () =>
      $localize`Use of ${toVisibleText(this.item().product)}:product: over time, in equal times`,
  );

  protected readonly marks = computed(() =>
    toDenialMarks(this.series(), this.item().denials, this.zone()),
  );
  protected readonly denials = computed(
    () =>
      describeDenialCounts(sumDenials(this.item().denials)) || $localize`:Number of denials|:none`,
  );
  protected readonly figures = computed(() => {
    const summary = this.summary();
    return summary === undefined ? [] : toComparedFigures(summary, this.summaryBefore());
  });

  /** Parameters of a link to the rows of this product and range. */
  protected readonly rowParameters = computed(() => {
    const { from, to } = this.series();
    const isoOf = (at: EpochMs) => writeTimePoint({ kind: 'at', at });
    return { product: this.item().product, from: isoOf(from), to: isoOf(to) };
  });

  protected readonly readout = computed(() => {
    const at = this.pointedAt();
    const row = at === null ? undefined : this.rowAt(at);
    return row === undefined
      ? $localize`Point at the plot to read it; drag to choose a range.`
      : this.read(row);
  });

  protected point(at: EpochMs | null): void {
    this.pointedAt.set(at);
  }

  protected chooseRange(range: Span): void {
    this.viewState.choose(toMinuteRange(range));
  }

  private rowAt(at: EpochMs): SeriesRow | undefined {
    const { from, bucketMs } = this.series();
    return this.rows()[Math.floor((at - from) / bucketMs)];
  }

  private read(row: SeriesRow): string {
    const { at, to, min, max } = row;
    const { zone, now } = this.reading();
    const when = $localize`:A range|:${formatInstant(at, zone, now)}:from: to ${formatInstant(to, zone, now)}:to:`;
    if (max === null) return $localize`${when}:range:: not observed`;
    const average = formatDecimal(row.average ?? 0);
    return min === max
      ? $localize`${when}:range:: ${formatCount(max)}:count: in use`
      : $localize`${when}:range:: ${formatCount(min ?? 0)}:least: to ${formatCount(max)}:most: in use, ${average}:average: on average`;
  }
}
