import type { HourOfWeekCellDto } from '@license-monitor/api-contract';
import type { WeekMeasure } from '../view-state/view-query';
import { formatDuration } from '../wording/duration';
import { fill } from '../wording/message';
import { formatCount, formatFixed } from '../wording/number';
import { weekOf, weekdayNames } from '../wording/week';

/** One hour of the week, as it is drawn. */
export interface WeekCell {
  readonly cell: HourOfWeekCellDto;
  /** Null where nothing was observed: that is hatched, and never zero. */
  readonly value: number | null;
  readonly text: string;
  /** Colour of the ramp, 1 (nothing) to 7 (the most); null where nothing was observed. */
  readonly step: number | null;
}

/** A day of the week with its 24 hours. */
export interface WeekRow {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly name: string;
  readonly shortName: string;
  readonly cells: readonly WeekCell[];
}

const HOURS = 24;
const LAST_STEP = 7;

/** What the measures are called. */
export const measureNames: Readonly<Record<WeekMeasure, string>> = {
  peak: $localize`Peak`,
  average: $localize`Average`,
  grants: $localize`Grants`,
  denials: $localize`Denials for want of licences`,
};

/** The value of an hour; counts without any observed time are not known, unless there are some. */
export function valueOf(cell: HourOfWeekCellDto, measure: WeekMeasure): number | null {
  const value = cell[measure];
  return cell.observedMs === 0 && value === 0 ? null : value;
}

function format(value: number, measure: WeekMeasure): string {
  const isSmall = measure === 'average' && value > 0 && value < 10;
  if (!isSmall) return formatCount(value);
  return value < 0.05 ? `<${formatFixed(0.1, 1)}` : formatFixed(value, 1);
}

/** Lays the 168 hours out by day, as weeks begin where the language is spoken. The darkest colour is the greatest value of the week. */
export function toWeekRows(
  cells: readonly HourOfWeekCellDto[],
  measure: WeekMeasure,
): readonly WeekRow[] {
  const greatest = Math.max(0, ...cells.map((cell) => valueOf(cell, measure) ?? 0));
  const stepOf = (value: number) =>
    value === 0 ? 1 : 1 + Math.ceil((value / greatest) * (LAST_STEP - 1));
  const drawn = cells.map((cell): WeekCell => {
    const value = valueOf(cell, measure);
    return value === null
      ? { cell, value, text: '', step: null }
      : { cell, value, text: format(value, measure), step: stepOf(value) };
  });
  return weekOf.map((weekday) => ({
    weekday,
    ...weekdayNames(weekday),
    cells: drawn.slice((weekday - 1) * HOURS, weekday * HOURS),
  }));
}

/** The hour of the week with the highest peak; of equal ones that with the highest average. */
export function findTightest(cells: readonly HourOfWeekCellDto[]): HourOfWeekCellDto | null {
  const [tightest] = cells
    .filter(({ peak }) => peak !== null && peak > 0)
    .sort((a, b) => (b.peak ?? 0) - (a.peak ?? 0) || (b.average ?? 0) - (a.average ?? 0));
  return tightest ?? null;
}

const toClock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Names an hour of the week: `Monday 14:00–15:00`. */
export function nameHour({ weekday, hour }: Pick<HourOfWeekCellDto, 'weekday' | 'hour'>): string {
  return $localize`:An hour of the week|:${weekdayNames(weekday).name}:weekday: ${toClock(hour)}:from:–${toClock(hour + 1)}:to:`;
}

/** Says all that is known of an hour of the week. */
export function describeHour(cell: HourOfWeekCellDto): string {
  const { observedMs, peak, average, grants, denials } = cell;
  const hour = nameHour(cell);
  const granted = fill($localize`{grants, plural, one {# grant} other {# grants}}`, { grants });
  const denied = fill(
    $localize`{denials, plural, one {# denial for want of licences} other {# denials for want of licences}}`,
    { denials },
  );
  return peak === null || average === null
    ? $localize`${hour}:hour:: not observed; ${granted}:grants:, ${denied}:denials:.`
    : $localize`${hour}:hour:: peak ${formatCount(peak)}:peak:, average ${format(average, 'average')}:average:, ${granted}:grants:, ${denied}:denials:; observed for ${formatDuration(observedMs)}:length:.`;
}
