import { firstIndex } from './first-index';
import { localDays, type LocalDay } from './local-days';
import type { Span } from './span';

/** A session with its weight; UTC milliseconds, half-open. An open one ends where the log does. */
export interface WeightedSession extends Span {
  readonly quantity: number;
}

/** What one local day has of the sessions. */
export interface DayOfSessions extends LocalDay {
  /** Licence-milliseconds within the day. */
  readonly licenseMs: number;
  /** Sessions that touch the day: one from 22:00 to 02:00 is in two days. */
  readonly sessions: number;
  /** Sessions that began on the day; over all days, each counts once. */
  readonly started: number;
}

/**
 * Splits licence-time at the midnights of a zone (features.md §2.6): Σ w · (b − a) of each day, from
 * the first day with a session to the last. Sessions of no length take no licence-time, but count.
 * Cost: n log d + d for n sessions and d days, however long the sessions are.
 *
 * @throws RangeError when the zone is not known.
 */
export function splitAtDays(sessions: Iterable<WeightedSession>, zone: string): DayOfSessions[] {
  const list = [...sessions];
  let [first, last] = [Infinity, -Infinity];
  for (const { from, to } of list) {
    first = Math.min(first, from);
    last = Math.max(last, from + 1, to);
  }
  const days = localDays(first, last, zone);
  const sums = sumDays(list, days);
  let [weight, touching] = [0, 0];
  return days.map((day, index) => {
    const sum = sums[index] ?? emptySum();
    weight += sum.weightChange;
    touching += sum.touchingChange;
    const throughoutMs = weight * (day.to - day.from);
    const { started } = sum;
    return { ...day, licenseMs: sum.licenseMs + throughoutMs, sessions: touching, started };
  });
}

/** Sums of one day, and what changes on it for the days that sessions fill from end to end. */
const emptySum = () => ({ licenseMs: 0, started: 0, weightChange: 0, touchingChange: 0 });

function sumDays(sessions: readonly WeightedSession[], days: readonly LocalDay[]) {
  const sums = [...days.map(emptySum), emptySum()];
  const at = (index: number) => sums[index] ?? emptySum();
  const dayOf = (instant: number) =>
    firstIndex(days.length, (index) => (days[index]?.to ?? Infinity) > instant);
  for (const { from, to, quantity } of sessions) {
    const firstDay = dayOf(from);
    const lastDay = to > from ? dayOf(to - 1) : firstDay;
    at(firstDay).started++;
    at(firstDay).touchingChange++;
    at(lastDay + 1).touchingChange--;
    if (firstDay === lastDay) {
      at(firstDay).licenseMs += quantity * (to - from);
      continue;
    }
    at(firstDay).licenseMs += quantity * ((days[firstDay]?.to ?? to) - from);
    at(lastDay).licenseMs += quantity * (to - (days[lastDay]?.from ?? to));
    at(firstDay + 1).weightChange += quantity;
    at(lastDay).weightChange -= quantity;
  }
  return sums;
}
