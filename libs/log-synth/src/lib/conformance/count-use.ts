import { MINUTE_MS } from '../durations';
import type { CaseSession, LinePlace } from './case-facts';
import type { SettledSession } from './settle-sessions';

/** A half-open time, UTC ms. */
export interface CaseRange {
  readonly from: number;
  readonly to: number;
}

/** From one line to the next: what was in use. It may last no time, where lines share an instant. */
export interface UsePiece extends CaseRange {
  readonly inUse: number;
}

/** How long a peak must last to count as sustained (features.md §2.2). */
const SUSTAINED_MS = 5 * MINUTE_MS;

/**
 * Counts the licences of one product that are in use, from line to line within a range. It looks at
 * all sessions for every line, so that there is nothing to go wrong; scenarios are small.
 */
export function usePieces(sessions: readonly SettledSession[], range: CaseRange): UsePiece[] {
  const { from, to } = range;
  const edges = sessions.flatMap(({ session, end }) => [session.start, ...(end ? [end] : [])]);
  const within = edges.filter(({ at }) => at >= from && at < to).sort(comparePlaces);
  const places = [{ at: from, order: -1 }, ...within];
  return places.map((place, index) => ({
    from: place.at,
    to: places[index + 1]?.at ?? to,
    inUse: licensesOf(
      sessions.filter((settled) => isOpenAfter(settled, place)).map(({ session }) => session),
    ),
  }));
}

/** Licence-ms: the integral of what is in use. */
export function integrate(pieces: readonly UsePiece[]): number {
  return pieces.reduce((sum, { from, to, inUse }) => sum + inUse * (to - from), 0);
}

/** The most that was in use after any line, and when first; null where nothing was. */
export function peakOf(pieces: readonly UsePiece[]): { peak: number; peakAt: number | null } {
  const peak = Math.max(0, ...pieces.map(({ inUse }) => inUse));
  const first = pieces.find(({ inUse }) => inUse === peak);
  return { peak, peakAt: peak === 0 || first === undefined ? null : first.from };
}

/**
 * The most that was in use for five minutes on end. Such a time can be moved back to where its level
 * was reached, so it is enough to look at those that begin with a piece.
 */
export function sustainedPeakOf(pieces: readonly UsePiece[], { to }: CaseRange): number {
  const levels = pieces
    .map(({ from }) => ({ from, to: from + SUSTAINED_MS }))
    .filter((window) => window.to <= to)
    .map((window) => {
      const touched = pieces.filter(
        (piece) => piece.from < piece.to && piece.from < window.to && piece.to > window.from,
      );
      return Math.min(...touched.map(({ inUse }) => inUse));
    });
  return Math.max(0, ...levels);
}

/** Licences that open sessions of one product hold, by its model (log-format.md §6.2). */
export function licensesOf(open: readonly CaseSession[]): number {
  const [first] = open;
  switch (first?.product.model) {
    case undefined:
      return 0;
    case 'Token':
    case 'Credit':
      return open.reduce((sum, { quantity }) => sum + quantity, 0);
    case 'NamedUser':
      return new Set(open.map(({ workplace }) => personOf(workplace))).size;
    case 'ConcurrentUser':
      return new Set(open.map(({ workplace }) => `${personOf(workplace)} ${workplace.computerId}`))
        .size;
  }
}

/** Names of Windows vary in case between lines (log-format.md §11). */
export function personOf({ user }: { readonly user: string }): string {
  return user.toLowerCase();
}

function isOpenAfter({ session, end }: SettledSession, place: LinePlace): boolean {
  const isStarted = comparePlaces(session.start, place) <= 0;
  return isStarted && (end === null || comparePlaces(end, place) > 0);
}

function comparePlaces(one: LinePlace, other: LinePlace): number {
  return one.at - other.at || one.order - other.order;
}
