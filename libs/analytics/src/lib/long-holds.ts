import { firstIndex } from './first-index';
import { hoursOfEachDay, type LocalHours } from './local-hours';
import type { Span } from './span';
import { timeWithin } from './time-within';
import { workingTimes, type WorkingCalendar } from './working-calendar';

/** A session that may be a long hold; UTC milliseconds. */
export interface HeldSession {
  /** Null where it is not known. */
  readonly startedAt: number | null;
  /** Null while open. */
  readonly endedAt: number | null;
  /** What the server says of the last use; absent or null where it says nothing. */
  readonly lastUsedAt?: number | null;
}

/** What is a long hold; null where nobody asks for it. */
export interface LongHoldRules {
  /** Held for longer than this, in milliseconds. */
  readonly heldMs: number | null;
  /** Held for the whole of one such night at least. */
  readonly night: (LocalHours & { readonly zone: string }) | null;
  /** Held at any time at which nobody works. */
  readonly calendar: WorkingCalendar | null;
  /** Open, and last used longer ago than this, in milliseconds. */
  readonly lastUsedMs: number | null;
}

/** Only what needs no zone: held for longer than 24 hours (docs/glossary.md). */
export const LONG_HOLD_RULES: LongHoldRules = {
  heldMs: 24 * 3_600_000,
  night: null,
  calendar: null,
  lastUsedMs: null,
};

/** Why a session is a long hold. None of them says that somebody was idle. */
export type LongHoldReason = 'heldLong' | 'overNight' | 'outsideCalendar' | 'lastUsedLongAgo';

export interface LongHold<T extends HeldSession> {
  readonly session: T;
  /** How long it was held, milliseconds; of an open one, until the log was read. */
  readonly heldMs: number;
  /** Nights that it was held from end to end; null where the rules have no night. */
  readonly nights: number | null;
  /** Milliseconds held while nobody worked; null where the rules have no calendar. */
  readonly outsideMs: number | null;
  /** At least one. */
  readonly reasons: readonly LongHoldReason[];
}

/**
 * Finds the sessions that held a licence for long, and says why each of them is here
 * (features.md §2.7). A log cannot show that somebody is idle. Sessions whose start is not known are
 * left out, as their length is not known either. Cost: n log d for n sessions and d days.
 *
 * @param until UTC milliseconds up to which the log was read; open sessions last until then.
 * @throws RangeError when a zone is not known, or hours are not whole or out of their bounds.
 */
export function findLongHolds<T extends HeldSession>(
  sessions: Iterable<T>,
  until: number,
  rules: LongHoldRules = LONG_HOLD_RULES,
): LongHold<T>[] {
  const held = [...sessions].flatMap((session) => {
    const { startedAt: from, endedAt } = session;
    return from === null ? [] : [{ session, from, to: Math.max(from, endedAt ?? until) }];
  });
  const range = coverOf(held);
  const nightsIn = nightCounter(rules.night, range);
  const outsideIn = outsideTimer(rules.calendar, range);
  const found: LongHold<T>[] = [];
  for (const { session, from, to } of held) {
    const measured = {
      heldMs: to - from,
      nights: nightsIn?.(from, to) ?? null,
      outsideMs: outsideIn?.(from, to) ?? null,
    };
    const reasons = reasonsOf(session, measured, until, rules);
    if (reasons.length > 0) found.push({ session, ...measured, reasons });
  }
  return found;
}

function reasonsOf(
  { endedAt, lastUsedAt }: HeldSession,
  { heldMs, nights, outsideMs }: Pick<LongHold<HeldSession>, 'heldMs' | 'nights' | 'outsideMs'>,
  until: number,
  rules: LongHoldRules,
): LongHoldReason[] {
  // Of a session that is over, the server says nothing any more.
  const unusedMs = endedAt === null && lastUsedAt != null ? until - lastUsedAt : 0;
  const reasons: [LongHoldReason, boolean][] = [
    ['heldLong', heldMs > (rules.heldMs ?? Infinity)],
    ['overNight', (nights ?? 0) > 0],
    ['outsideCalendar', (outsideMs ?? 0) > 0],
    ['lastUsedLongAgo', unusedMs > (rules.lastUsedMs ?? Infinity)],
  ];
  return reasons.flatMap(([reason, isGiven]) => (isGiven ? [reason] : []));
}

function coverOf(spans: readonly Span[]): Span {
  let [from, to] = [Infinity, -Infinity];
  for (const span of spans) {
    from = Math.min(from, span.from);
    to = Math.max(to, span.to);
  }
  return from < to ? { from, to } : { from: 0, to: 0 };
}

type Measure = (from: number, to: number) => number;

/** Counts the nights that lie within a time. */
function nightCounter(night: LongHoldRules['night'], range: Span): Measure | undefined {
  if (night === null) return undefined;
  const nights = hoursOfEachDay(range, night, night.zone);
  return (from, to) => {
    const first = firstIndex(nights.length, (index) => (nights[index]?.from ?? 0) >= from);
    const after = firstIndex(nights.length, (index) => (nights[index]?.to ?? 0) > to);
    return Math.max(0, after - first);
  };
}

/** Tells how much of a time lies outside the calendar. */
function outsideTimer(calendar: WorkingCalendar | null, range: Span): Measure | undefined {
  if (calendar === null) return undefined;
  const workingWithin = timeWithin(workingTimes(calendar, range));
  return (from, to) => to - from - workingWithin(from, to);
}
