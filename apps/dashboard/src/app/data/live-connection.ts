import type { DurationMs, EpochMs } from '@license-monitor/api-contract';

/** After this long without a message the figures count as stale. */
export const STALE_AFTER_MS: DurationMs = 15_000;

/** After this long without a message the connection is given up and made anew. */
export const GIVE_UP_AFTER_MS: DurationMs = 45_000;

/** What the feed knows about its connection. */
export interface FeedState {
  readonly phase: 'connecting' | 'open' | 'lost';
  /** When the phase began. */
  readonly since: EpochMs;
  /** When the last message arrived; null before the first. */
  readonly lastMessageAt: EpochMs | null;
  /** Silence before this instant is not held against the connection: the tab was hidden. */
  readonly listeningSince: EpochMs;
}

/** The connection as the header shows it. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'reconnecting'; readonly seconds: number }
  | { readonly kind: 'stale'; readonly since: EpochMs };

/** Returns how long the feed has been silent. */
export function toSilenceMs(state: FeedState, now: EpochMs): DurationMs {
  return now - Math.max(state.lastMessageAt ?? 0, state.listeningSince);
}

/** Says what the connection is worth at `now`. Stale wins: a pause must not hide a dead stream. */
export function toConnection(state: FeedState, isPaused: boolean, now: EpochMs): Connection {
  if (state.lastMessageAt !== null && toSilenceMs(state, now) >= STALE_AFTER_MS) {
    return { kind: 'stale', since: state.lastMessageAt };
  }
  if (state.phase === 'lost') {
    return { kind: 'reconnecting', seconds: Math.max(0, Math.floor((now - state.since) / 1000)) };
  }
  if (isPaused) return { kind: 'paused' };
  return state.phase === 'open' ? { kind: 'live' } : { kind: 'connecting' };
}

/** Whether two connections look the same in the header. */
export function isSameConnection(a: Connection, b: Connection): boolean {
  if (a.kind === 'reconnecting' && b.kind === 'reconnecting') return a.seconds === b.seconds;
  if (a.kind === 'stale' && b.kind === 'stale') return a.since === b.since;
  return a.kind === b.kind;
}
