/**
 * The probability with which polling misses a session altogether: 1 − d/Δ, where the session began
 * at any moment between two polls with equal chance (features.md §2.1). Logs miss none of them; this
 * tells what tools that poll leave out.
 *
 * @param lengthMs d, how long the session lasted; not negative.
 * @param intervalMs Δ, the time from one poll to the next; above 0.
 * @returns from 0, for a session as long as the interval, to 1.
 * @throws RangeError for a negative length, or an interval that is not above 0.
 */
export function missedByPolling(lengthMs: number, intervalMs: number): number {
  if (!(lengthMs >= 0)) throw new RangeError(`length ${lengthMs} is negative`);
  if (!(intervalMs > 0)) throw new RangeError(`interval ${intervalMs} is not above 0`);
  return Math.max(0, 1 - lengthMs / intervalMs);
}
