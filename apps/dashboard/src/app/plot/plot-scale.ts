import { formatCount } from '../wording/number';

/** A mark on an axis, with its place in percent of the axis' length. */
export interface PlotTick {
  readonly at: number;
  readonly text: string;
}

/** A mark that stands for a whole number. */
export interface CountTick extends PlotTick {
  readonly value: number;
}

/** A line across a plot, with its place in percent of the axis that it stands on. */
export interface PlotMark extends PlotTick {
  readonly axis: 'x' | 'y';
  /** `owned` is drawn in ink, `asked` dashed. */
  readonly kind: 'owned' | 'asked';
}

/** The lines of a plot of steps, as SVG path data in a picture of 100 by 100. */
export interface StepPath {
  /** The steps, filled down to zero. */
  readonly area: string;
  /** Their edge. */
  readonly line: string;
}

const MAX_TICKS = 5;

/** The distance of ticks that makes at most five of them up to `top`: 1, 2 or 5 times a power of 10. */
function toTickStep(top: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, top / MAX_TICKS)));
  const factor = [1, 2, 5, 10].find((one) => top / (one * power) <= MAX_TICKS) ?? 10;
  return factor * power;
}

/** Whole numbers along an axis from `from` to `to`, at most about five of them. */
export function toCountTicks(from: number, to: number): readonly CountTick[] {
  const step = toTickStep(to - from);
  const first = Math.ceil(from / step) * step;
  const count = Math.floor((to - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const value = first + index * step;
    return {
      at: to === from ? 0 : ((value - from) / (to - from)) * 100,
      value,
      text: formatCount(value),
    };
  });
}

/** Writes beside a line across a plot which number of seats it stands for. */
export function nameMark(kind: PlotMark['kind'], seats: number): string {
  return kind === 'owned'
    ? $localize`:Label of a line in a plot|:owned ${formatCount(seats)}:seats:`
    : $localize`:Label of a line in a plot|:what if ${formatCount(seats)}:seats:`;
}

/** Rounds a place in the picture: a hundredth of a percent is less than a pixel. */
export const toPlace = (value: number): number => Math.round(value * 100) / 100;
