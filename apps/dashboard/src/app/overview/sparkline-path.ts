import { formatCount } from '../wording/number';

/** The lines of a sparkline, as SVG path data. */
export interface SparklinePath {
  /** The steps, filled down to zero. */
  readonly area: string;
  /** The tops of the steps. */
  readonly line: string;
  /** Diagonal strokes over the hours of which nothing is known. */
  readonly hatch: string;
}

const HATCH_GAP = 4;

function hatchStep(left: number, width: number, height: number): string {
  const strokes: string[] = [];
  for (let x = left; x < left + width; x += HATCH_GAP) {
    strokes.push(`M${x} ${height}l${Math.min(HATCH_GAP, left + width - x)} ${-height}`);
  }
  return strokes.join('');
}

/**
 * Draws values as steps, one unit of `stepWidth` each, from zero to the largest. Null is hatched
 * over the whole height: it means unknown, and unknown is not zero.
 */
export function toSparklinePath(
  values: readonly (number | null)[],
  stepWidth: number,
  height: number,
): SparklinePath {
  const highest = Math.max(1, ...values.map((value) => value ?? 0));
  const path = { area: '', line: '', hatch: '' };
  values.forEach((value, index) => {
    const left = index * stepWidth;
    if (value === null) {
      path.hatch += hatchStep(left, stepWidth, height);
      return;
    }
    // Half a pixel keeps the line of the highest step inside the picture.
    const top = Math.round((height - 0.5 - (value / highest) * (height - 1)) * 100) / 100;
    path.area += `M${left} ${height}V${top}H${left + stepWidth}V${height}Z`;
    path.line += `M${left} ${top}H${left + stepWidth}`;
  });
  return path;
}

/** Says in words what a sparkline of hourly peaks shows. */
export function describeSparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const unknown = values.length - known.length;
  const hours = values.length;
  if (known.length === 0) return $localize`Peaks of the last ${hours}:hours: hours: not observed`;
  const last = values.at(-1) ?? null;
  const highest = formatCount(Math.max(...known));
  const lowest = formatCount(Math.min(...known));
  const parts = [
    $localize`highest ${highest}:peak:`,
    $localize`lowest ${lowest}:peak:`,
    last === null
      ? $localize`this hour not observed`
      : $localize`this hour ${formatCount(last)}:peak:`,
    ...(unknown === 0 ? [] : [$localize`${unknown}:hours: h not observed`]),
  ];
  return $localize`Peaks of the last ${hours}:hours: hours: ${parts.join(', ')}:peaks:`;
}
