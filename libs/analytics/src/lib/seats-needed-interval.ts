import type { Counting } from './concurrency';
import type { DemandRequest } from './demand';
import { seatsNeeded } from './seats-needed';
import type { Span } from './span';

const WEEK_MS = 7 * 24 * 3_600_000;

/** How the interval is found. */
export interface IntervalSettings {
  /** The share of requests that may be blocked, from 0 to 1. */
  readonly epsilon: number;
  /** Draws a number from 0 (inclusive) to 1 (exclusive); seeded, so that the answer can be repeated. */
  readonly random: () => number;
  readonly counting?: Counting;
  /** How many periods are drawn; 200 if nothing is said. */
  readonly rounds?: number;
  /** The share of the rounds that lies in the interval, from 0 to 1; 0.9 if nothing is said. */
  readonly confidence?: number;
}

/** Licences needed, with what chance makes of it. */
export interface SeatsNeededInterval {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Whole weeks that the interval rests on; of few weeks it knows little of what may come. */
  readonly weeks: number;
}

/**
 * An interval for `seatsNeeded` by a bootstrap of weeks (features.md §2.11): periods of as many weeks
 * are put together of weeks drawn by chance, and each is replayed. Whole weeks, as days and hours of
 * one week depend on each other. A session reaches from its week into the one that was drawn next. It
 * knows no trend and no week that did not happen.
 *
 * @param range must be observed throughout; what is left after its last whole week is not used.
 *   Weeks are 168 hours, so after a clock change they begin an hour off.
 * @returns undefined for fewer than two whole weeks, as one says nothing of chance, or no requests.
 * @throws RangeError as `seatsNeeded` does, or for rounds below 1 or a confidence out of its bounds.
 */
export function seatsNeededInterval(
  requests: readonly DemandRequest[],
  range: Span,
  settings: IntervalSettings,
): SeatsNeededInterval | undefined {
  const { epsilon, random, counting = 'seats', rounds = 200, confidence = 0.9 } = settings;
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError(`${rounds} rounds`);
  if (!(confidence >= 0 && confidence <= 1)) throw new RangeError(`confidence ${confidence}`);
  const weeks = splitIntoWeeks(requests, range);
  if (weeks.length < 2 || weeks.every((week) => week.length === 0)) return undefined;
  const needs = Array.from(
    { length: rounds },
    // Weeks that were observed and without a request need nothing: that zero is known.
    () => seatsNeeded(drawPeriod(weeks, random), epsilon, counting) ?? 0,
  ).sort((a, b) => a - b);
  const quantile = (share: number) => needs[Math.round(share * (rounds - 1))] ?? 0;
  return {
    low: quantile((1 - confidence) / 2),
    median: quantile(0.5),
    high: quantile((1 + confidence) / 2),
    weeks: weeks.length,
  };
}

/** The requests of each whole week, with times from its beginning. */
function splitIntoWeeks(requests: readonly DemandRequest[], range: Span): DemandRequest[][] {
  const count = Math.max(0, Math.floor((range.to - range.from) / WEEK_MS));
  const weeks = Array.from({ length: count }, (): DemandRequest[] => []);
  for (const request of requests) {
    const week = Math.floor((request.at - range.from) / WEEK_MS);
    weeks[week]?.push({ ...request, at: request.at - range.from - week * WEEK_MS });
  }
  return weeks;
}

function drawPeriod(
  weeks: readonly (readonly DemandRequest[])[],
  random: () => number,
): DemandRequest[] {
  return weeks.flatMap((_, place) => {
    const drawn = weeks[Math.floor(random() * weeks.length)] ?? [];
    return drawn.map((request) => ({ ...request, at: request.at + place * WEEK_MS }));
  });
}
