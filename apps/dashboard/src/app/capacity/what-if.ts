import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { RouterLink, type Params } from '@angular/router';
import type { WhatIfDto } from '@license-monitor/api-contract';
import { Clock, type Cancel } from '../data/clock';
import { ExportButtons } from '../export/export-buttons';
import { StepPlot } from '../plot/step-plot';
import { printableRows } from '../print/printable-rows';
import { ViewState } from '../view-state/view-state';
import { formatCount, formatShare } from '../wording/quantity';
import { toWhatIfExport } from './capacity-export';
import { toCurvePlot } from './what-if-plot';
import {
  describeDemand,
  describeNeeded,
  nameBlockedShare,
  replayOf,
  toWhatIfSentence,
} from './what-if-sentence';

const DRAG_PAUSE_MS = 200;
const MAX_SEATS = 999_999;
const MOST_ON_PAPER = 5;

/** What would have been with another number of licences: a slider, a sentence, a curve. */
@Component({
  selector: 'lm-what-if',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons, RouterLink, StepPlot],
  templateUrl: './what-if.html',
  styleUrl: './what-if.css',
})
export class WhatIf {
  readonly whatIf = input.required<WhatIfDto>();
  /** The number of licences of the address, or else how many there are. */
  readonly seats = input.required<number>();
  /** Parameters of an address of the same product and range. */
  readonly parameters = input.required<Params>();

  private readonly viewState = inject(ViewState);
  private readonly clock = inject(Clock);
  private cancelWrite: Cancel | null = null;

  /** The number that is tried out, before the address knows it. */
  protected readonly tried = linkedSignal(() => this.seats());
  protected readonly maxSeats = MAX_SEATS;
  protected readonly isChosen = computed(() => this.viewState.query().seats !== null);

  /** End of the slider: room above all that is owned or needed. */
  protected readonly sliderEnd = computed(() => {
    const { owned, needed } = this.whatIf();
    const most = Math.max(owned ?? 0, ...needed.map(({ seats }) => seats ?? 0), 4);
    return Math.max(Math.ceil(most * 1.25), this.tried());
  });

  protected readonly sentence = computed(() => {
    const replay = replayOf(this.whatIf(), this.tried());
    return replay === null ? $localize`Being computed.` : toWhatIfSentence(this.whatIf(), replay);
  });
  protected readonly demand = computed(() => describeDemand(this.whatIf()));
  protected readonly plot = computed(() => toCurvePlot(this.whatIf(), this.tried()));
  protected readonly rows = computed(() =>
    this.whatIf().curve.map(({ seats, blocked, blockedShare, blockedPeople }) => ({
      seats: formatCount(seats),
      blocked: formatCount(blocked),
      share: blockedShare === null ? $localize`unknown` : formatShare(blockedShare),
      people: formatCount(blockedPeople),
    })),
  );
  protected readonly printable = printableRows(this.rows, MOST_ON_PAPER);
  protected readonly needed = computed(() =>
    this.whatIf().needed.map((needed) => ({
      name: nameBlockedShare(needed),
      seats: describeNeeded(needed),
    })),
  );
  protected readonly refused = computed(() => ({ ...this.parameters(), cause: 'capacity' }));
  protected readonly write = () => toWhatIfExport(this.whatIf());

  constructor() {
    inject(DestroyRef).onDestroy(() => this.cancelWrite?.());
  }

  protected try(text: string): void {
    const seats = text === '' ? Number.NaN : Number(text);
    if (!Number.isInteger(seats) || seats < 0 || seats > MAX_SEATS) return;
    this.tried.set(seats);
    this.cancelWrite?.();
    this.cancelWrite = this.clock.after(DRAG_PAUSE_MS, () => this.viewState.revise({ seats }));
  }

  /** Goes back to as many as there are. */
  protected reset(): void {
    this.cancelWrite?.();
    this.viewState.choose({ seats: null });
  }
}
