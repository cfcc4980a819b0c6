import type { DurationMs, ProductSummaryDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { fill } from '../wording/message';
import { formatCount, formatDecimal, formatShare } from '../wording/quantity';

const HOUR_MS = 60 * 60 * 1000;

/** A figure, its name, and what must be said beside it. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

/** A figure beside what it was in an earlier range; null where none is compared. */
export interface ComparedFigure extends Figure {
  readonly before: string | null;
}

/** Licence-milliseconds as whole hours, or with a decimal below ten. */
function formatHours(licenseMs: DurationMs): string {
  const hours = licenseMs / HOUR_MS;
  return hours < 10 ? formatDecimal(hours) : formatCount(hours);
}

function licenceHours({ licenseMs, sessionMsLow, sessionMsHigh }: ProductSummaryDto): Figure {
  const low = formatHours(sessionMsLow);
  const high = formatHours(sessionMsHigh);
  const note =
    low === high
      ? $localize`sessions, which may share a licence, add up to ${high}:hours: h`
      : $localize`sessions, which may share a licence, add up to ${low}:low: to ${high}:high: h: time-outs come late`;
  return { name: $localize`Licence-hours`, value: formatHours(licenseMs), note };
}

function fullPool({ utilisation }: ProductSummaryDto): Figure {
  const name = $localize`Time at full pool`;
  if (utilisation === null)
    return { name, value: $localize`unknown`, note: $localize`seats owned are not known` };
  const { fullMs, knownMs } = utilisation;
  const value = fullMs === 0 ? $localize`:A length of time|:none` : formatDuration(fullMs);
  return {
    name,
    value,
    note: $localize`of ${formatDuration(knownMs)}:length: for which use and seats are known`,
  };
}

function utilised({ utilisation }: ProductSummaryDto): Figure {
  const share = utilisation?.share ?? null;
  return {
    name: $localize`Utilisation`,
    value: share === null ? $localize`unknown` : formatShare(share),
    note:
      share === null
        ? $localize`seats owned are not known`
        : $localize`of the licence-time there was`,
  };
}

/** The figures of a product, as docs/definitions.md says; links to their rows are the screen's. */
export function toFigures(summary: ProductSummaryDto): readonly Figure[] {
  const { peak, sustainedPeak, timeAtPeakMs, average, users, hosts, observedMs } = summary;
  const isKnown = peak !== null;
  return [
    {
      name: $localize`Peak`,
      value: isKnown ? formatCount(peak) : $localize`not observed`,
      note: isKnown
        ? $localize`for ${formatDuration(timeAtPeakMs)}:length:; ${formatCount(sustainedPeak ?? 0)}:peak: for five minutes on end`
        : '',
    },
    {
      name: $localize`Average`,
      value: average === null ? $localize`not observed` : formatDecimal(average),
      note: average === null ? '' : $localize`over ${formatDuration(observedMs)}:length: observed`,
    },
    licenceHours(summary),
    fullPool(summary),
    utilised(summary),
    {
      name: $localize`Users`,
      value: formatCount(users),
      note: fill($localize`{hosts, plural, one {on # host} other {on # hosts}}`, { hosts }),
    },
  ];
}

/** The same figures beside those of an earlier range; undefined where none is known. */
export function toComparedFigures(
  summary: ProductSummaryDto,
  before: ProductSummaryDto | undefined,
): readonly ComparedFigure[] {
  const earlier = before === undefined ? [] : toFigures(before);
  return toFigures(summary).map((figure) => ({
    ...figure,
    before: earlier.find(({ name }) => name === figure.name)?.value ?? null,
  }));
}
