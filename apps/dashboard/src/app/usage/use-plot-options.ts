import type { EpochMs } from '@license-monitor/api-contract';
import uPlot from 'uplot';
import { hatch } from '../plot/hatch';
import type { PlotColours } from '../plot/plot-colours';
import { toTimeLabels } from '../plot/time-labels';
import { formatCount } from '../wording/number';
import type { Span, UsePlotData } from './use-plot-data';

/** Room for the numbers of the y axis; what stands below the plot is set in by as much. */
export const AXIS_WIDTH = 48;
/** Room at the right, in which half a label may stand. */
export const END_ROOM = 12;

const FONT_SIZE = 12;
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000];
/** A drag shorter than this is a click with an unsteady hand, in pixels. */
const SHORTEST_DRAG = 6;

/** What a plot is made of besides its data. */
export interface UsePlotSetting {
  readonly width: number;
  readonly height: number;
  /** How many times larger everything is drawn than it is shown. */
  readonly density: number;
  readonly zone: string;
  readonly colours: PlotColours;
  /** Called with the instant under the pointer; null when it leaves. */
  readonly pointed: (at: EpochMs | null) => void;
  /** Called with a range that was dragged over. */
  readonly dragged: (range: Span) => void;
}

const toFont = (density: number): string => `${FONT_SIZE * density}px system-ui, sans-serif`;

function drawGaps(
  plot: uPlot,
  { gaps, from, to }: UsePlotData,
  { colours, density }: UsePlotSetting,
): void {
  const { top, height } = plot.bbox;
  for (const gap of gaps) {
    const left = plot.valToPos(Math.max(from, gap.from), 'x', true);
    const right = plot.valToPos(Math.min(to, gap.to), 'x', true);
    const box = { left, top, width: Math.max(1, right - left), height };
    hatch(plot.ctx, box, colours.control, uPlot.pxRatio * density);
  }
}

// The label stands at the end of its line, so that no legend is needed.
function labelOwned(
  plot: uPlot,
  { owned }: UsePlotData,
  { colours, density }: UsePlotSetting,
): void {
  const last = owned.findLast((seats) => seats !== null);
  if (last === undefined || last === null) return;
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.font = toFont(uPlot.pxRatio * density);
  ctx.fillStyle = colours.text;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  const y = plot.valToPos(last, 'y', true) - 3 * uPlot.pxRatio * density;
  ctx.fillText(
    $localize`:Label of a line in a plot|:owned ${formatCount(last)}:seats:`,
    bbox.left + bbox.width,
    y,
  );
  ctx.restore();
}

function toAxes({ colours, zone, density }: UsePlotSetting): uPlot.Axis[] {
  const look = {
    stroke: colours.muted,
    font: toFont(density),
    gap: 5 * density,
    grid: { stroke: colours.line, width: density },
    ticks: { stroke: colours.line, width: density, size: 4 * density },
  };
  return [
    {
      ...look,
      size: 44 * density,
      space: 84 * density,
      values: (_plot, ticks) => toTimeLabels(ticks, zone),
    },
    {
      ...look,
      size: AXIS_WIDTH * density,
      space: 30 * density,
      incrs: WHOLE,
      values: (_plot, ticks) => ticks.map(formatCount),
    },
  ];
}

function endDrag(plot: uPlot, dragged: UsePlotSetting['dragged']): void {
  const { left, width } = plot.select;
  if (width < SHORTEST_DRAG) return;
  const range = { from: plot.posToVal(left, 'x'), to: plot.posToVal(left + width, 'x') };
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  dragged(range);
}

function toPointed({ cursor, posToVal }: uPlot): EpochMs | null {
  const { left = -1 } = cursor;
  return left < 0 ? null : posToVal(left, 'x');
}

/** The data as uPlot takes them, in the order of the series of {@link toUsePlotOptions}. */
export function toColumns({ x, min, max, owned, before }: UsePlotData): uPlot.AlignedData {
  return [[...x], [...min], [...max], [...owned], [...before]];
}

/**
 * A plot of what was in use: a band from least to most, the most as a line, the seats in ink, the most
 * of an earlier range as a thin line of the same colour.
 */
export function toUsePlotOptions(data: UsePlotData, setting: UsePlotSetting): uPlot.Options {
  const { density, zone, colours, pointed, dragged } = setting;
  return {
    width: setting.width * density,
    height: setting.height * density,
    // Milliseconds.
    ms: 1,
    tzDate: (at) => uPlot.tzDate(new Date(at), zone),
    padding: [8 * density, END_ROOM * density, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      points: { show: false },
      sync: { key: 'usage' },
      drag: { x: true, y: false, setScale: false },
    },
    scales: {
      x: { time: true, range: () => [data.from, Math.max(data.to, data.from + 1)] },
      y: { range: () => [0, data.top] },
    },
    axes: toAxes(setting),
    series: [
      {},
      { stroke: 'transparent', width: 1, points: { show: false } },
      { stroke: colours.series, width: 1.5 * density, points: { show: false } },
      {
        stroke: colours.text,
        width: 1.25 * density,
        dash: [6 * density, 3 * density],
        points: { show: false },
      },
      {
        stroke: colours.series,
        width: 0.75 * density,
        dash: [2 * density, 2 * density],
        points: { show: false },
      },
    ],
    bands: [{ series: [2, 1], fill: colours.fill }],
    hooks: {
      drawClear: [(plot) => drawGaps(plot, data, setting)],
      draw: [(plot) => labelOwned(plot, data, setting)],
      setCursor: [(plot) => pointed(toPointed(plot))],
      setSelect: [(plot) => endDrag(plot, dragged)],
    },
  };
}
