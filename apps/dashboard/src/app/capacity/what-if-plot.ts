import type { LicenseModelDto, ReplayDto, WhatIfDto } from '@license-monitor/api-contract';
import { nameMark, toCountTicks, toPlace, type PlotMark, type StepPath } from '../plot/plot-scale';
import type { StepPlotModel } from '../plot/step-plot';
import { countInUse, formatCount } from '../wording/quantity';

/**
 * Draws how many requests would have been blocked, one step for each number of licences. The
 * numbers follow each other without a hole.
 */
export function toCurvePath(curve: readonly ReplayDto[], top: number): StepPath {
  const width = 100 / Math.max(1, curve.length);
  const steps = curve.map(({ blocked }, index) => {
    const y = toPlace(100 - (blocked / top) * 100);
    return `${index === 0 ? 'M0 ' : 'V'}${y}H${toPlace((index + 1) * width)}`;
  });
  const line = steps.join('');
  return { line, area: line === '' ? '' : `${line}V100H0Z` };
}

/** The plot of blocked requests by the number of licences, with what is owned and what is asked. */
export function toCurvePlot({ curve, model, owned }: WhatIfDto, asked: number): StepPlotModel {
  const first = curve[0]?.seats ?? 0;
  const count = Math.max(1, curve.length);
  const top = Math.max(1, ...curve.map(({ blocked }) => blocked));
  // A number of licences is a step wide: what stands for it stands in its middle.
  const placeOf = (seats: number) => ((seats - first + 0.5) / count) * 100;
  const toMark = (kind: PlotMark['kind'], seats: number | null): PlotMark[] =>
    seats === null || seats < first || seats >= first + count
      ? []
      : [{ axis: 'x', kind, at: placeOf(seats), text: nameMark(kind, seats) }];
  return {
    label: describeCurve(curve, model),
    path: toCurvePath(curve, top),
    xTitle: $localize`:Title of an axis|:seats`,
    xTicks: toCountTicks(first, first + count - 1).map(({ value, text }) => ({
      at: placeOf(value),
      text,
    })),
    yTitle: $localize`Blocked requests`,
    yTicks: toCountTicks(0, top),
    marks: [...toMark('owned', owned), ...toMark('asked', asked === owned ? null : asked)],
  };
}

function describeCurve(curve: readonly ReplayDto[], model: LicenseModelDto): string {
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined)
    return $localize`Blocked requests: nothing to show`;
  return $localize`Blocked requests: ${formatCount(first.blocked)}:most: with ${countInUse(first.seats, model)}:fewest:, falling to ${formatCount(last.blocked)}:least: with ${formatCount(last.seats)}:seats:`;
}
