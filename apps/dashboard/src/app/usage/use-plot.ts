// Before the plotting library, which is loaded with the imports below.
import '../plot/valid-language';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  inject,
  input,
  output,
  viewChild,
  ViewEncapsulation,
  type ElementRef,
} from '@angular/core';
import type { EpochMs } from '@license-monitor/api-contract';
import uPlot from 'uplot';
import { colourScheme } from '../plot/colour-scheme';
import { Printing } from '../print/printing';
import { readPlotColours } from '../plot/plot-colours';
import { toColumns, toUsePlotOptions } from './use-plot-options';
import type { Span, UsePlotData } from './use-plot-data';

const HEIGHT = 240;
/** Paper shows what a screen does not. */
const PRINTED_DENSITY = 2;

/** What was in use over time; dragging chooses a range. Nothing else knows the plotting library. */
@Component({
  selector: 'lm-use-plot',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  template: `<div
    #box
    class="use-plot"
    role="img"
    [class.is-dense]="isPrinting()"
    [attr.aria-label]="label()"
  ></div>`,
  styleUrl: './use-plot.css',
})
export class UsePlot {
  readonly data = input.required<UsePlotData>();
  /** What the plot shows, in a sentence. */
  readonly label = input.required<string>();
  /** The zone of the time axis. */
  readonly zone = input.required<string>();

  /** Emits the instant under the pointer; null when it leaves. */
  readonly pointed = output<EpochMs | null>();
  /** Emits a range that was dragged over. */
  readonly dragged = output<Span>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly scheme = colourScheme();
  protected readonly isPrinting = inject(Printing).isOn;
  private plot: uPlot | null = null;

  constructor() {
    const observer = new ResizeObserver(() => this.resize());
    afterRenderEffect({
      write: () => {
        this.scheme();
        const box = this.box().nativeElement;
        observer.observe(box);
        this.draw(box);
      },
    });
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      this.plot?.destroy();
    });
  }

  // Data, zone and colours are all part of the options: drawing anew takes a few milliseconds.
  private draw(box: HTMLElement): void {
    const data = this.data();
    const options = toUsePlotOptions(data, {
      width: box.clientWidth,
      height: HEIGHT,
      density: this.isPrinting() ? PRINTED_DENSITY : 1,
      zone: this.zone(),
      colours: readPlotColours(box),
      pointed: (at) => this.pointed.emit(at),
      dragged: (range) => this.dragged.emit(range),
    });
    this.plot?.destroy();
    this.plot = new uPlot(options, toColumns(data), box);
  }

  private resize(): void {
    const width = this.box().nativeElement.clientWidth;
    if (this.isPrinting()) return;
    if (this.plot !== null && width > 0 && this.plot.width !== width) {
      this.plot.setSize({ width, height: HEIGHT });
    }
  }
}
