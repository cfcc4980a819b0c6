import type { ProductLoadDto } from '@license-monitor/api-contract';
import { nameMark, toCountTicks, toPlace, type PlotMark, type StepPath } from '../plot/plot-scale';
import type { StepPlotModel } from '../plot/step-plot';
import { countInUse, formatCount, formatShare } from '../wording/quantity';

/** What stands beside the curve. */
export interface LoadMarks {
  /** Null while unknown or without limit. */
  readonly owned: number | null;
  /** The number of licences that is tried out; null while there is none. */
  readonly asked: number | null;
}

/**
 * Draws for which share of the observed time at least so many licences were in use: steps that fall
 * from the peak on the left to zero on the right.
 */
export function toLoadPath(
  { levels, observedMs }: Pick<ProductLoadDto, 'levels' | 'observedMs'>,
  top: number,
): StepPath {
  const yOf = (seats: number) => toPlace(100 - (seats / top) * 100);
  const xOf = (ms: number) => toPlace((ms / Math.max(1, observedMs)) * 100);
  const falling = levels
    .map(({ seats, atLeastMs }) => `H${xOf(atLeastMs)}V${yOf(seats - 1)}`)
    .reverse();
  const line = `M0 ${yOf(levels.length)}${falling.join('')}H100`;
  return { line, area: `${line}V100H0Z` };
}

const percents = [0, 25, 50, 75, 100].map((at) => ({ at, text: formatShare(at / 100) }));

/** The plot of a load duration, with what is owned and what is tried out as lines across it. */
export function toLoadPlot(load: ProductLoadDto, { owned, asked }: LoadMarks): StepPlotModel {
  const top = Math.max(1, load.levels.length, owned ?? 0, asked ?? 0);
  const toMark = (kind: PlotMark['kind'], seats: number | null): PlotMark[] =>
    seats === null
      ? []
      : [{ axis: 'y', kind, at: (seats / top) * 100, text: nameMark(kind, seats) }];
  return {
    label: describeLoad(load, owned),
    path: toLoadPath(load, top),
    xTitle: $localize`share of the observed time`,
    xTicks: percents,
    yTitle: $localize`At least so many in use`,
    yTicks: toCountTicks(0, top),
    marks: [...toMark('owned', owned), ...toMark('asked', asked === owned ? null : asked)],
  };
}

function describeLoad({ levels, model, observedMs }: ProductLoadDto, owned: number | null): string {
  const peak = levels.at(-1);
  if (peak === undefined) return $localize`Load duration: nothing was in use`;
  const share = formatShare(peak.atLeastMs / Math.max(1, observedMs));
  const inUse = countInUse(peak.seats, model);
  return owned === null
    ? $localize`Load duration: peak ${inUse}:peak:, for ${share}:share: of the observed time; seats owned not known`
    : $localize`Load duration: peak ${inUse}:peak:, for ${share}:share: of the observed time; ${formatCount(owned)}:owned: owned`;
}
