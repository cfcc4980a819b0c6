/**
 * Finds the first index for which a test holds that holds for all later ones too, by halving.
 *
 * @param length how many indices there are, from 0.
 * @returns `length` where it holds for none.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    // Lengths may be milliseconds of years, so no shift of 32 bits.
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
