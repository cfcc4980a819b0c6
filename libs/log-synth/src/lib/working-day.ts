import { dayOf, isWeekend } from './zone-clock';
import { DAY_MS, MINUTE_MS } from './durations';
import type { Habits } from './person';
import type { Random } from './random';

const LUNCH_ENDS_SESSION = 0.7;
const EVENING_ENDS_SESSION = 0.95;
const RETURNS_FROM_LUNCH = 0.9;

/** What becomes of a session: both are wall times (see ZoneClock). */
export interface SessionPlan {
  readonly endsAt: number;
  /** When the person starts again after the break that ended it. */
  readonly resumesAt: number | null;
}

/** Draws the wall times at which a person starts `count` sessions on a local day. */
export function sessionStarts(
  day: number,
  habits: Habits,
  random: Random,
  count: number,
): number[] {
  const { arrival, lunch, lunchMinutes, leaving } = habits;
  const starts: number[] = [];
  for (let index = 0; index < count; index += 1) {
    let minute = random.between(arrival, index === 0 ? arrival + 100 : leaving - 20);
    if (minute > lunch && minute < lunch + lunchMinutes) minute += lunchMinutes;
    starts.push(day * DAY_MS + minute * MINUTE_MS);
  }
  return starts;
}

/** Cuts a session of a given length at lunch and in the evening, as most people do. */
export function planSession(
  startsAt: number,
  lengthMs: number,
  habits: Habits,
  random: Random,
): SessionPlan {
  const endsAt = startsAt + lengthMs;
  const day = dayOf(startsAt);
  if (isWeekend(day)) return { endsAt, resumesAt: null };
  const minuteAt = (minute: number) => day * DAY_MS + random.normal(minute, 5) * MINUTE_MS;
  const lunch = minuteAt(habits.lunch);
  if (startsAt < lunch && lunch < endsAt && random.chance(LUNCH_ENDS_SESSION)) {
    const returns = random.chance(RETURNS_FROM_LUNCH);
    return {
      endsAt: lunch,
      resumesAt: returns ? minuteAt(habits.lunch + habits.lunchMinutes) : null,
    };
  }
  const evening = minuteAt(habits.leaving);
  const isOverAtEvening = startsAt < evening && evening < endsAt;
  if (isOverAtEvening && random.chance(EVENING_ENDS_SESSION)) {
    return { endsAt: evening, resumesAt: null };
  }
  return { endsAt, resumesAt: null };
}
