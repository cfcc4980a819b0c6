/**
 * The share of requests that a pool refuses, by Erlang B (features.md §2.11):
 * E_B(A, N) = (A^N / N!) / Σ_{k=0..N} A^k / k!, computed by its recursion, which cannot overflow. A
 * cross-check only: it assumes that requests come evenly and that nobody tries again.
 *
 * @param load A, arrivals per hour × mean length in hours; not negative.
 * @param licenses N, a whole number, not negative.
 * @returns from 0 to 1.
 * @throws RangeError for a negative load or a number of licences that is negative or not whole.
 */
export function erlangB(load: number, licenses: number): number {
  if (!(load >= 0)) throw new RangeError(`load ${load} is negative`);
  if (!Number.isInteger(licenses) || licenses < 0) {
    throw new RangeError(`${licenses} is no number of licences`);
  }
  let blocked = 1;
  for (let n = 1; n <= licenses; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}
