import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PlotMark, PlotTick, StepPath } from './plot-scale';

/** Everything that a plot of steps shows. */
export interface StepPlotModel {
  /** What there is to see, in a sentence, for those who cannot. */
  readonly label: string;
  readonly path: StepPath;
  readonly xTitle: string;
  readonly xTicks: readonly PlotTick[];
  readonly yTitle: string;
  readonly yTicks: readonly PlotTick[];
  readonly marks: readonly PlotMark[];
}

/** A plot of steps: the picture stretches with its box, the words keep their size. */
@Component({
  selector: 'lm-step-plot',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './step-plot.html',
  styleUrl: './step-plot.css',
})
export class StepPlot {
  readonly plot = input.required<StepPlotModel>();
}
