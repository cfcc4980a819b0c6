import type { EpochMs, ProductSummaryDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { formatInstant } from '../wording/instant';
import { countDays } from '../wording/counts';
import { countInUse, formatCount, formatDecimal, formatShare } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';
import { seatNumberAt } from '../capacity/seats-owned';
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
  return isWhole ? countDays(days) : formatDuration(to - from);
}

function describePeak(summary: ProductSummaryDto, { zone, now }: Reading): string {
  const { peak, peakAt, model, entitlements } = summary;
  const name = toVisibleText(summary.product);
  if (peak === null)
    return $localize`${name}:product:: nothing was observed, so its use is not known.`;
  if (peakAt === null) return $localize`${name}:product: was not in use.`;
  const owned = seatNumberAt(entitlements, peakAt);
  const count = countInUse(peak, model, owned);
  const at = formatInstant(peakAt, zone, now);
  return owned === null && entitlements === null
    ? $localize`${name}:product: peaked at ${count}:count:, seats owned unknown, first on ${at}:instant:.`
    : $localize`${name}:product: peaked at ${count}:count:, first on ${at}:instant:.`;
}

function describeAverage({ average, observedMs }: ProductSummaryDto, range: Span): string {
  if (average === null) return '';
  const length = formatLength(range);
  return observedMs >= range.to - range.from
    ? $localize`On average ${formatDecimal(average)}:average: in use over the whole ${length}:length:.`
    : $localize`On average ${formatDecimal(average)}:average: in use over ${formatDuration(observedMs)}:observed: observed of ${length}:length:.`;
}

function describeFull({ utilisation, peak }: ProductSummaryDto): string {
  if (peak === null) return '';
  if (utilisation === null) {
    return $localize`For how long the pool was full is not known, as the seats owned are not.`;
  }
  const { fullMs, knownMs } = utilisation;
  return fullMs === 0
    ? $localize`The pool was never full.`
    : $localize`The pool was full for ${formatDuration(fullMs)}:length: (${formatShare(fullMs / knownMs)}:share:).`;
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
    const count = peak === null ? $localize`not observed` : countInUse(peak, model);
    return `${toVisibleText(product)} ${count}`;
  });
  return $localize`Peaks: ${parts.join(', ')}:products:.`;
}

function describeChange(average: number, before: number): string {
  const change = average - before;
  if (Math.abs(change) < 0.05) return $localize`the average is the same`;
  const difference = formatDecimal(Math.abs(change));
  if (before === 0) return $localize`the average is ${difference}:difference: more`;
  const share = formatShare(Math.abs(change) / before);
  return change > 0
    ? $localize`the average is ${difference}:difference: more (${share}:share:)`
    : $localize`the average is ${difference}:difference: less (${share}:share:)`;
}

/** Answers "Is it growing?" by an earlier range that was chosen to be compared with. */
export function toComparedSentence(
  summary: ProductSummaryDto,
  before: ProductSummaryDto | undefined,
  range: Span,
  { zone, now }: Reading,
): string {
  const [from, to] = [range.from, range.to].map((at) => formatInstant(at, zone, now));
  if (before === undefined || before.average === null || before.peak === null) {
    return $localize`Of ${from}:from: to ${to}:to: nothing was observed, so whether it grew is not known.`;
  }
  if (summary.average === null) return '';
  const isPartial = before.observedMs < range.to - range.from;
  const change = describeChange(summary.average, before.average);
  const peak = formatCount(before.peak);
  if (!isPartial) {
    return $localize`Against ${from}:from: to ${to}:to:: ${change}:change:; then the peak was ${peak}:peak:.`;
  }
  const observed = formatDuration(before.observedMs);
  return $localize`Against ${from}:from: to ${to}:to:, ${observed}:observed: of it observed: ${change}:change:; then the peak was ${peak}:peak:.`;
}

/** Answers "Is it growing?": holds the range against the one of the same length before. */
export function toGrowthSentence(
  summary: ProductSummaryDto,
  before: ProductSummaryDto | undefined,
  range: Span,
): string {
  const length = formatLength(range);
  if (before === undefined || before.average === null || before.peak === null) {
    return $localize`Of the ${length}:length: before nothing was observed, so whether it grows is not known.`;
  }
  if (summary.average === null) return '';
  const change = describeChange(summary.average, before.average);
  const peak = formatCount(before.peak);
  return before.observedMs < range.to - range.from
    ? $localize`Against the ${length}:length: before, ${formatDuration(before.observedMs)}:observed: of them observed: ${change}:change:; then the peak was ${peak}:peak:.`
    : $localize`Against the ${length}:length: before: ${change}:change:; then the peak was ${peak}:peak:.`;
}
