import type { SeatCount } from '@license-monitor/log-parser';

/** The history's way of writing a number of seats: null is without limit. */
export const toSeats = (seats: SeatCount): number | null => (seats === 'unlimited' ? null : seats);

/** The exclusive end of a licence whose last instant the tool names; null where it names none. */
export const toEnd = (lastAt: number | null): number | null =>
  lastAt === null ? null : lastAt + 1;
