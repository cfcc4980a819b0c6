import type { Step } from './concurrency';
import { localDays, type LocalDay } from './local-days';
import { intersectSpans, joinSpans, type Observed } from './span';
import { piecesOf } from './step-function';

/** What was in use on one local day. */
export interface DailyPeak extends LocalDay {
  /** For how long the day was observed, in milliseconds; the figures speak of this time alone. */
  readonly observedMs: number;
  /** The greatest U(t), as `findPeak` sees it; undefined where nothing was observed. */
  readonly peak: number | undefined;
  /** ∫U dt by the observed time; undefined where nothing was observed. */
  readonly average: number | undefined;
}

/**
 * The peak of each local day from the first that was observed to the last (features.md §2.2). The
 * greatest of them is the peak of the whole time. Cost: one pass over steps and days.
 *
 * @throws RangeError when the zone is not known.
 */
export function dailyPeaks(steps: readonly Step[], observed: Observed, zone: string): DailyPeak[] {
  const spans = joinSpans(observed);
  const days = localDays(spans[0]?.from ?? 0, spans.at(-1)?.to ?? 0, zone);
  const parts = intersectSpans(days, spans);
  const sums = days.map(() => ({ ms: 0, licenseMs: 0, peak: 0 }));
  const sumAt = cursorOver(days, sums);
  for (const { from, to, value } of piecesOf(steps, parts)) {
    const sum = sumAt(from);
    if (sum === undefined) continue;
    sum.ms += to - from;
    sum.licenseMs += value * (to - from);
  }
  const sumOfPeakAt = cursorOver(days, sums);
  for (const { from, peak } of peaksOfSpans(steps, parts)) {
    const sum = sumOfPeakAt(from);
    if (sum !== undefined) sum.peak = Math.max(sum.peak, peak);
  }
  return days.map((day, index) => {
    const { ms, licenseMs, peak } = sums[index] ?? { ms: 0, licenseMs: 0, peak: 0 };
    const isKnown = ms > 0;
    return {
      ...day,
      observedMs: ms,
      peak: isKnown ? peak : undefined,
      average: isKnown ? licenseMs / ms : undefined,
    };
  });
}

/** Finds what belongs to the day of an instant; instants must be asked for in order. */
function cursorOver<T>(days: readonly LocalDay[], items: readonly T[]) {
  let index = 0;
  return (at: number): T | undefined => {
    while ((days[index]?.to ?? Infinity) <= at) index++;
    return items[index];
  };
}

/** The peak of each span, those included that lasted no time; spans in order, not overlapping. */
function* peaksOfSpans(steps: readonly Step[], spans: Observed) {
  let next = 0;
  let inUse = 0;
  const advance = (until: number): number => {
    let peak = 0;
    for (let step; (step = steps[next]) !== undefined && step.at < until; next++) {
      inUse = step.inUse;
      peak = Math.max(peak, inUse);
    }
    return peak;
  };
  for (const { from, to } of spans) {
    advance(from);
    // A span inherits what was in use, unless it changes at its very first instant.
    const inherited = steps[next]?.at === from ? 0 : inUse;
    yield { from, peak: Math.max(inherited, advance(to)) };
  }
}

/**
 * The mean of the daily peaks, over the days that are known (features.md §2.2).
 *
 * @returns undefined where no day is known.
 */
export function meanDailyPeak(days: readonly Pick<DailyPeak, 'peak'>[]): number | undefined {
  const known = days.flatMap(({ peak }) => (peak === undefined ? [] : [peak]));
  if (known.length === 0) return undefined;
  return known.reduce((sum, peak) => sum + peak, 0) / known.length;
}
