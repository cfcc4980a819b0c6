import type { EpochMs, ProductSummaryDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { formatInstant } from '../wording/instant';
import { countInUse, countOf, formatCount, formatDecimal, formatShare } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';
import { ownedAt } from './owned-at';
import type { Span } from './use-plot-data';

/** When sentences are read, and by which clock. */
export interface Reading {
  readonly zone: string;
  readonly now: EpochMs;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Writes the length of a range: whole days as such, and what is a little short of them as well. */
function formatLength({ from, to }: Span): string {
  const days = Math.round((to - from) / DAY_MS);
  const isWhole = days > 0 && Math.abs(to - from - days * DAY_MS) < 60_000;
  return isWhole ? countOf(days, 'day') : formatDuration(to - from);
}

function describePeak(summary: ProductSummaryDto, { zone, now }: Reading): string {
  const { peak, peakAt, model, entitlements } = summary;
  const name = toVisibleText(summary.product);
  if (peak === null) return `${name}: nothing was observed, so its use is not known.`;
  if (peakAt === null) return `${name} was not in use.`;
  const owned = ownedAt(entitlements, peakAt);
  const seats = owned === null && entitlements === null ? ', seats owned unknown' : '';
  const count = countInUse(peak, model, owned);
  return `${name} peaked at ${count}${seats}, first on ${formatInstant(peakAt, zone, now)}.`;
}

function describeAverage({ average, observedMs }: ProductSummaryDto, range: Span): string {
  if (average === null) return '';
  const observed =
    observedMs >= range.to - range.from
      ? `the whole ${formatLength(range)}`
      : `${formatDuration(observedMs)} observed of ${formatLength(range)}`;
  return `On average ${formatDecimal(average)} in use over ${observed}.`;
}

function describeFull({ utilisation, peak }: ProductSummaryDto): string {
  if (peak === null) return '';
  if (utilisation === null) {
    return 'For how long the pool was full is not known, as the seats owned are not.';
  }
  const { fullMs, knownMs } = utilisation;
  return fullMs === 0
    ? 'The pool was never full.'
    : `The pool was full for ${formatDuration(fullMs)} (${formatShare(fullMs / knownMs)}).`;
}

/** Says how much of a product was in use over a range. */
export function toUsageSentence(summary: ProductSummaryDto, range: Span, reading: Reading): string {
  return [describePeak(summary, reading), describeAverage(summary, range), describeFull(summary)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Says how high several products peaked, in one line. */
export function toPeaksSentence(summaries: readonly ProductSummaryDto[]): string {
  const parts = summaries.map(({ product, peak, model }) => {
    const count = peak === null ? 'not observed' : countInUse(peak, model);
    return `${toVisibleText(product)} ${count}`;
  });
  return `Peaks: ${parts.join(', ')}.`;
}

function describeChange(average: number, before: number): string {
  const change = average - before;
  if (Math.abs(change) < 0.05) return 'the average is the same';
  const share = before === 0 ? '' : ` (${formatShare(Math.abs(change) / before)})`;
  const direction = change > 0 ? 'more' : 'less';
  return `the average is ${formatDecimal(Math.abs(change))} ${direction}${share}`;
}

/** Answers "Is it growing?": holds the range against the one of the same length before. */
export function toGrowthSentence(
  summary: ProductSummaryDto,
  before: ProductSummaryDto | undefined,
  range: Span,
): string {
  const length = formatLength(range);
  if (before === undefined || before.average === null || before.peak === null) {
    return `Of the ${length} before nothing was observed, so whether it grows is not known.`;
  }
  if (summary.average === null) return '';
  const isPartial = before.observedMs < range.to - range.from;
  const partial = isPartial ? `, ${formatDuration(before.observedMs)} of them observed` : '';
  const change = describeChange(summary.average, before.average);
  const peak = `the peak was ${formatCount(before.peak)}`;
  return `Against the ${length} before${partial}: ${change}; then ${peak}.`;
}
