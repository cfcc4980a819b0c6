/** A line through daily peaks, and a parallel one that no peak exceeds. */
export interface PeakTrend {
  /** Licences that the line rises by from one day to the next; below 0 where it falls. */
  readonly perDay: number;
  /** The line on day 0, in licences. */
  readonly onDay0: number;
  /** How far the second line lies above the first, in licences; never below 0. */
  readonly lift: number;
  /** Days that the lines rest on. */
  readonly days: number;
}

/**
 * FNMEA's trend (features.md §2.11): the line of least squares through the daily peaks, and a second
 * one, parallel to it, lifted until no peak exceeds it. Where the pool was full the peaks cannot
 * rise, so then it says nothing about need; and it goes on into the future as if nothing changed.
 *
 * @param peaks one for each day, from day 0 on; undefined where a day is not known or shall not count,
 *   as weekends, which are lower.
 * @returns undefined where fewer than two days are known.
 */
export function peakTrend(peaks: readonly (number | undefined)[]): PeakTrend | undefined {
  const points = peaks.flatMap((peak, day) => (peak === undefined ? [] : [{ day, peak }]));
  if (points.length < 2) return undefined;
  const meanOf = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const meanDay = meanOf(points.map(({ day }) => day));
  const meanPeak = meanOf(points.map(({ peak }) => peak));
  let [covariance, variance] = [0, 0];
  for (const { day, peak } of points) {
    covariance += (day - meanDay) * (peak - meanPeak);
    variance += (day - meanDay) ** 2;
  }
  const perDay = covariance / variance;
  const onDay0 = meanPeak - perDay * meanDay;
  const lift = points.reduce(
    (most, { day, peak }) => Math.max(most, peak - (onDay0 + perDay * day)),
    0,
  );
  return { perDay, onDay0, lift, days: points.length };
}

/** What the two lines say of a day, in licences; not whole numbers. */
export function trendOn(
  { perDay, onDay0, lift }: PeakTrend,
  day: number,
): { readonly expected: number; readonly ceiling: number } {
  const expected = onDay0 + perDay * day;
  return { expected, ceiling: expected + lift };
}
