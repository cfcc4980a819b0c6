import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EpochMs, HourOfWeekCellDto } from '@license-monitor/api-contract';
import { ExportButtons } from '../export/export-buttons';
import { weekMeasures } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { toIsoInstant } from '../wording/instant';
import { weekOf } from '../wording/week';
import { toWeekExport } from './capacity-export';
import { moveInGrid, type GridPlace } from './grid-moves';
import { findLastHour } from './last-hour';
import { describeHour, findTightest, measureNames, toWeekRows } from './week-grid';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
const SIZE = { rows: 7, columns: HOURS.length };

/** The hours of the week of a product, over a range. */
export interface ShownWeek {
  readonly cells: readonly HourOfWeekCellDto[];
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** The 168 hours of the week as a table of values; each hour tells more and leads to its use. */
@Component({
  selector: 'lm-week-heat-map',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons, RouterLink],
  templateUrl: './week-heat-map.html',
  styleUrl: './week-heat-map.css',
})
export class WeekHeatMap {
  readonly product = input.required<string>();
  readonly week = input.required<ShownWeek>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly viewState = inject(ViewState);

  protected readonly hours = HOURS;
  protected readonly measures = weekMeasures;
  protected readonly names = measureNames;
  protected readonly zone = this.viewState.zone;
  protected readonly measure = computed(() => this.viewState.query().measure);
  protected readonly rows = computed(() => toWeekRows(this.week().cells, this.measure()));

  /** The hour that is looked at: at first the tightest one. */
  protected readonly place = linkedSignal<readonly HourOfWeekCellDto[], GridPlace>({
    source: () => this.week().cells,
    computation: (cells, previous) => {
      if (previous !== undefined) return previous.value;
      const tightest = findTightest(cells);
      return { row: weekOf.indexOf(tightest?.weekday ?? 1), column: tightest?.hour ?? 0 };
    },
  });

  private readonly cell = computed(() => {
    const { row, column } = this.place();
    return this.rows()[row]?.cells[column]?.cell;
  });
  protected readonly text = computed(() => {
    const cell = this.cell();
    return cell === undefined ? '' : describeHour(cell);
  });
  protected readonly last = computed(() => {
    const cell = this.cell();
    const span = cell && findLastHour(cell, this.week(), this.zone());
    if (span == null) return null;
    const { product } = this;
    return { product: product(), from: toIsoInstant(span.from), to: toIsoInstant(span.to) };
  });

  protected readonly write = (zone: string) =>
    toWeekExport(this.product(), this.week().cells, zone);

  protected choose(index: number): void {
    const measure = weekMeasures[index];
    if (measure !== undefined) this.viewState.choose({ measure });
  }

  protected isAt(row: number, column: number): boolean {
    const place = this.place();
    return place.row === row && place.column === column;
  }

  protected move(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const next = isPlain ? moveInGrid(event.key, this.place(), SIZE) : null;
    if (next === null) return;
    event.preventDefault();
    this.place.set(next);
    const focus = () =>
      this.element.nativeElement.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
