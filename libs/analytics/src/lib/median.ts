/**
 * The value in the middle; of an even number of values, the mean of the two in the middle.
 *
 * @returns undefined where there is no value.
 */
export function medianOf(values: readonly number[]): number | undefined {
  // Numbers of a typed list are sorted as numbers, and several times as fast.
  const sorted = Float64Array.from(values).sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
