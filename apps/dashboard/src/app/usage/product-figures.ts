import type { DurationMs, ProductSummaryDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { countOf, formatCount, formatDecimal, formatShare } from '../wording/quantity';

const HOUR_MS = 60 * 60 * 1000;

/** A figure, its name, and what must be said beside it. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
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
      ? `sessions, which may share a licence, add up to ${high} h`
      : `sessions, which may share a licence, add up to ${low} to ${high} h: time-outs come late`;
  return { name: 'Licence-hours', value: formatHours(licenseMs), note };
}

function fullPool({ utilisation }: ProductSummaryDto): Figure {
  const name = 'Time at full pool';
  if (utilisation === null) return { name, value: 'unknown', note: 'seats owned are not known' };
  const { fullMs, knownMs } = utilisation;
  const value = fullMs === 0 ? 'none' : formatDuration(fullMs);
  return { name, value, note: `of ${formatDuration(knownMs)} for which use and seats are known` };
}

function utilised({ utilisation }: ProductSummaryDto): Figure {
  const share = utilisation?.share ?? null;
  return {
    name: 'Utilisation',
    value: share === null ? 'unknown' : formatShare(share),
    note: share === null ? 'seats owned are not known' : 'of the licence-time there was',
  };
}

/** The figures of a product, as docs/definitions.md says; links to their rows are the screen's. */
export function toFigures(summary: ProductSummaryDto): readonly Figure[] {
  const { peak, sustainedPeak, timeAtPeakMs, average, users, hosts, observedMs } = summary;
  const isKnown = peak !== null;
  return [
    {
      name: 'Peak',
      value: isKnown ? formatCount(peak) : 'not observed',
      note: isKnown
        ? `for ${formatDuration(timeAtPeakMs)}; ${formatCount(sustainedPeak ?? 0)} for five minutes on end`
        : '',
    },
    {
      name: 'Average',
      value: average === null ? 'not observed' : formatDecimal(average),
      note: average === null ? '' : `over ${formatDuration(observedMs)} observed`,
    },
    licenceHours(summary),
    fullPool(summary),
    utilised(summary),
    { name: 'Users', value: formatCount(users), note: `on ${countOf(hosts, 'host')}` },
  ];
}
