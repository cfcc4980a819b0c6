import type { LicenseModelDto, ReplayDto, WhatIfDto } from '@license-monitor/api-contract';
import { toCountTicks, toPlace, type PlotMark, type StepPath } from '../plot/plot-scale';
import type { StepPlotModel } from '../plot/step-plot';
import { countInUse } from '../wording/quantity';

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
  const toMark = (kind: PlotMark['kind'], seats: number | null, word: string): PlotMark[] =>
    seats === null || seats < first || seats >= first + count
      ? []
      : [{ axis: 'x', kind, at: placeOf(seats), text: `${word} ${seats}` }];
  return {
    label: describeCurve(curve, model),
    path: toCurvePath(curve, top),
    xTitle: 'seats',
    xTicks: toCountTicks(first, first + count - 1).map(({ text }) => ({
      at: placeOf(Number(text)),
      text,
    })),
    yTitle: 'Blocked requests',
    yTicks: toCountTicks(0, top),
    marks: [
      ...toMark('owned', owned, 'owned'),
      ...toMark('asked', asked === owned ? null : asked, 'what if'),
    ],
  };
}

function describeCurve(curve: readonly ReplayDto[], model: LicenseModelDto): string {
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined) return 'Blocked requests: nothing to show';
  return `Blocked requests: ${first.blocked} with ${countInUse(first.seats, model)}, falling to ${last.blocked} with ${last.seats}`;
}
