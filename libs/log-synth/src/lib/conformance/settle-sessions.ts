import { HOUR_MS, MINUTE_MS } from '../durations';
import type { CaseEnd, CaseSession, LinePlace } from './case-facts';
import type { ConformanceSettings } from './conformance-case';

/** A session when reading has ended: its end is a line's, or an assumption, or it is open. */
export interface SettledSession {
  readonly session: CaseSession;
  /** Null while open. */
  readonly end: LinePlace | null;
  /** Null while open. */
  readonly by: CaseEnd | null;
  /** The real end lies so long before the stated one at most, ms. */
  readonly uncertaintyMs: number;
}

/** An assumed end that no line stands for comes after all lines of its instant. */
const AFTER_ALL_LINES = Number.MAX_SAFE_INTEGER;

/** Ends a session by the rules of docs/conformance.md; what a line says comes before any assumption. */
export function settle(session: CaseSession, settings: ConformanceSettings): SettledSession {
  const { start, end, product, uncertainSince } = session;
  if (end !== null) {
    const heartbeatMs = settings.heartbeatMinutes * MINUTE_MS;
    const uncertaintyMs = end.by === 'timeout' ? Math.min(heartbeatMs, end.at - start.at) : 0;
    return { session, end, by: end.by, uncertaintyMs };
  }
  const { readUntil, restartGraceMinutes, sessionTimeoutHours } = settings;
  const limitHours = sessionTimeoutHours[product.code] ?? sessionTimeoutHours['*'] ?? Infinity;
  const limit = { at: start.at + limitHours * HOUR_MS, order: AFTER_ALL_LINES };
  const graceMs = restartGraceMinutes * MINUTE_MS;
  if (uncertainSince !== null && uncertainSince.at + graceMs <= readUntil) {
    const assumed = uncertainSince.at <= limit.at ? uncertainSince : limit;
    return { session, end: assumed, by: 'serverRestart', uncertaintyMs: assumed.at - start.at };
  }
  if (limit.at <= readUntil) {
    return { session, end: limit, by: 'presumedLost', uncertaintyMs: limit.at - start.at };
  }
  return { session, end: null, by: null, uncertaintyMs: 0 };
}
