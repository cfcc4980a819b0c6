/**
 * The peak ratio P / C of features.md §2.3: the most that was in use by the most that there was, in
 * one and the same time. It may exceed 1, and is not the utilisation: one busy minute makes it 1.
 *
 * @param peak P, licences; undefined where nothing was observed.
 * @param capacity C, licences; undefined where it is not known.
 * @returns undefined where either is not known, or where there was no licence.
 */
export const peakRatio = (
  peak: number | undefined,
  capacity: number | undefined,
): number | undefined => ratioOf(peak, capacity);

/**
 * The average of a day by its peak, avg(U) / P (features.md §2.3): how even the use was. Nothing is
 * said of capacity.
 *
 * @param day as `dailyPeaks` gives it.
 * @returns from 0 to 1; undefined where nothing was observed, or nothing in use.
 */
export const averageOfPeak = (day: {
  readonly average: number | undefined;
  readonly peak: number | undefined;
}): number | undefined => ratioOf(day.average, day.peak);

const ratioOf = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole === 0 ? undefined : part / whole;
