import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { TimelineBarDto, TimelineDto } from '@license-monitor/api-contract';
import { Clock } from '../data/clock';
import { ServerClock } from '../data/server-clock';
import { toTimeLabels } from '../plot/time-labels';
import { toTimeTicks } from '../plot/time-ticks';
import { SubjectPageLink } from '../table/subject-page-link';
import { formatHours } from '../subject/format-hours';
import { joinSpans } from '../usage/use-plot-data';
import { ViewState } from '../view-state/view-state';
import { Masking } from '../wording/masking';
import { describeBar, endShapes, toBarEnd } from './bar-words';
import { layOutLanes, topOfBar, type Lane, type LaneBar } from './lane-layout';
import { findFirstBar, moveInLanes, type BarPlace } from './lane-moves';

const TICKS = 7;
/** So many lanes are drawn at once; the others follow, so that the first ones need not wait. */
const LANES_AT_ONCE = 12;
const NEXT_LANES_MS = 16;
/** From this share of the width on a bar has room for a word. */
const WIDTH_OF_WORD = 5;

/** A bar and the lane it lies in. */
export interface ChosenBar {
  readonly lane: string;
  readonly bar: TimelineBarDto;
}

/** Lanes of bars along the time. Arrow keys go from bar to bar, Enter opens the rows behind one. */
@Component({
  selector: 'lm-lanes-plot',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [SubjectPageLink],
  templateUrl: './lanes-plot.html',
  styleUrl: './lanes-plot.css',
})
export class LanesPlot {
  readonly timeline = input.required<TimelineDto>();
  /** The colour of each product, from 1. */
  readonly colours = input.required<ReadonlyMap<string, number>>();

  /** Emits the bar whose rows are to be shown. */
  readonly opened = output<ChosenBar>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly clock = inject(Clock);
  private readonly now = inject(ServerClock).minute;
  private readonly zone = inject(ViewState).zone;
  private readonly masking = inject(Masking);

  protected readonly widthOfWord = WIDTH_OF_WORD;
  protected readonly topOf = topOfBar;
  protected readonly hours = formatHours;
  protected readonly lanes = computed(() => layOutLanes(this.timeline()));
  private readonly ready = linkedSignal({
    source: this.lanes,
    computation: () => LANES_AT_ONCE,
  });
  protected readonly drawn = computed(() => this.lanes().slice(0, this.ready()));
  protected readonly height = computed(() => {
    const last = this.lanes().at(-1);
    return last === undefined ? 0 : last.top + last.height;
  });

  protected readonly gaps = computed(() =>
    joinSpans(this.timeline().gaps).map(({ from, to }) => {
      const x = this.shareOf(from);
      return { x, width: Math.max(0.1, this.shareOf(to) - x) };
    }),
  );
  protected readonly ticks = computed(() => {
    const ticks = toTimeTicks(this.timeline(), this.zone(), TICKS);
    const labels = toTimeLabels(ticks, this.zone());
    return ticks.map((at, index) => ({ x: this.shareOf(at), label: labels[index] ?? '' }));
  });

  /** The bar that the keyboard is on. */
  protected readonly place = linkedSignal<readonly Lane[], BarPlace | null>({
    source: this.lanes,
    computation: () => null,
  });
  private readonly pointed = signal<BarPlace | null>(null);
  protected readonly current = computed(() => this.find(this.place()));
  protected readonly said = computed(() => this.describe(this.current()));
  protected readonly seen = computed(
    () =>
      this.describe(this.find(this.pointed())) ||
      this.said() ||
      $localize`Point at a bar to read it.`,
  );

  constructor() {
    effect((onCleanup) => {
      if (this.ready() >= this.lanes().length) return;
      const more = () => this.ready.update((count) => count + LANES_AT_ONCE);
      onCleanup(this.clock.after(NEXT_LANES_MS, more));
    });
  }

  protected markOf({ bar }: LaneBar): string | null {
    const end = toBarEnd(bar);
    return end === null || end === 'detachment' ? null : endShapes[end];
  }

  protected wordOf({ bar }: LaneBar): string {
    const nameOf = this.masking.nameOf();
    return this.timeline().group === 'product'
      ? nameOf('user', bar.user)
      : nameOf('product', bar.product);
  }

  protected colourOf({ bar }: LaneBar): string {
    return `colour-${this.colours().get(bar.product) ?? 'none'}`;
  }

  protected enter(): void {
    if (this.place() === null) this.place.set(findFirstBar(this.lanes()));
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = this.place() ?? findFirstBar(this.lanes());
    if (place === null) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.open();
      return;
    }
    const next = moveInLanes(event.key, place, this.lanes());
    if (next === null) return;
    event.preventDefault();
    this.pointed.set(null);
    this.place.set(next);
    const show = () =>
      this.element.nativeElement.querySelector('.current')?.scrollIntoView?.({ block: 'nearest' });
    afterNextRender(show, { injector: this.injector });
  }

  protected point(event: Event): void {
    this.pointed.set(this.placeOf(event));
  }

  protected leave(): void {
    this.pointed.set(null);
  }

  protected choose(event: Event): void {
    const place = this.placeOf(event);
    if (place !== null) this.place.set(place);
  }

  protected open(): void {
    const current = this.current();
    if (current !== null) this.opened.emit({ lane: current.lane.key, bar: current.bar.bar });
  }

  // One listener for all bars: there may be thousands.
  private placeOf({ target }: Event): BarPlace | null {
    const bar = target instanceof Element ? target.closest('[data-bar]') : null;
    if (bar === null) return null;
    return {
      lane: Number(bar.getAttribute('data-lane')),
      bar: Number(bar.getAttribute('data-bar')),
    };
  }

  private find(place: BarPlace | null): { readonly lane: Lane; readonly bar: LaneBar } | null {
    const lane = place === null ? undefined : this.lanes()[place.lane];
    const bar = place === null ? undefined : lane?.bars[place.bar];
    return lane === undefined || bar === undefined ? null : { lane, bar };
  }

  private describe(found: { readonly bar: LaneBar } | null): string {
    if (found === null) return '';
    return describeBar(found.bar.bar, {
      zone: this.zone(),
      now: this.now(),
      nameOf: this.masking.nameOf(),
    });
  }

  private shareOf(at: number): number {
    const { from, to } = this.timeline();
    return Math.max(0, Math.min(100, ((at - from) / Math.max(1, to - from)) * 100));
  }
}
