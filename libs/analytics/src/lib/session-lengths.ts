import { medianOf } from './median';

/** A session for statistics; UTC milliseconds. */
export interface SessionSpan {
  /** Null where the log begins after the grant. */
  readonly startedAt: number | null;
  /** Null while open. */
  readonly endedAt: number | null;
  /** The real end lies in [endedAt − endUncertaintyMs, endedAt]. */
  readonly endUncertaintyMs: number;
}

/** What lengths in milliseconds come to; undefined where there are none. */
export interface TypicalLength {
  readonly meanMs: number | undefined;
  readonly medianMs: number | undefined;
}

/** The mean and the median of lengths in milliseconds (features.md §2.6). */
export function typicalLength(lengths: readonly number[]): TypicalLength {
  const sum = lengths.reduce((total, length) => total + length, 0);
  const meanMs = lengths.length === 0 ? undefined : sum / lengths.length;
  return { meanMs, medianMs: medianOf(lengths) };
}

/** How long sessions are (features.md §2.6), in milliseconds. */
export interface SessionLengths extends TypicalLength {
  /** Sessions whose start and end are known. */
  readonly closed: number;
  /** Still open: longer than they are now, so they are in no figure below. */
  readonly open: number;
  /** Their start is not known, so neither is their length. */
  readonly startUnknown: number;
}

export function sessionLengths(sessions: Iterable<SessionSpan>): SessionLengths {
  const lengths: number[] = [];
  let open = 0;
  let startUnknown = 0;
  for (const { startedAt, endedAt } of sessions) {
    if (startedAt === null) startUnknown++;
    else if (endedAt === null) open++;
    else lengths.push(endedAt - startedAt);
  }
  return { closed: lengths.length, open, startUnknown, ...typicalLength(lengths) };
}

/** Licence-time that is between two bounds, in licence-milliseconds. */
export interface LicenseTimeBounds {
  /** As if each uncertain session had ended as early as it may have. */
  readonly lowMs: number;
  /** As the log says: until then the licence was taken. */
  readonly highMs: number;
}

/**
 * Bounds of the licence-time of sessions within [from, to), each by its quantity (features.md §2.5
 * and §3, pitfall 3). Sessions whose start is not known add nothing; open ones last until `to`.
 */
export function licenseTimeBounds(
  sessions: Iterable<SessionSpan & { readonly quantity: number }>,
  from: number,
  to: number,
): LicenseTimeBounds {
  let [lowMs, highMs] = [0, 0];
  for (const { startedAt, endedAt, endUncertaintyMs, quantity } of sessions) {
    if (startedAt === null) continue;
    const lengthUntil = (end: number) =>
      Math.max(0, Math.min(to, end) - Math.max(from, startedAt)) * quantity;
    highMs += lengthUntil(endedAt ?? to);
    lowMs += lengthUntil((endedAt ?? to) - endUncertaintyMs);
  }
  return { lowMs, highMs };
}
