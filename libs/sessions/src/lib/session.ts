/** How the product is licensed. */
export type SeatModel = 'ConcurrentUser' | 'NamedUser' | 'Token' | 'Credit' | 'unknown';

/**
 * What was granted, to whom, where. People, machines and products are given by their numbers, so
 * the fold never compares spellings.
 */
export interface Seat {
  /** The licence server, or the failover cluster: its members serve one pool. */
  readonly serverId: number;
  readonly productId: number;
  /** The log's session id; null when the line had none. */
  readonly sessionId: string | null;
  readonly userId: number | null;
  readonly hostId: number | null;
  /** The client machine including its display; several clients may share a host. */
  readonly clientId: number | null;
  readonly model: SeatModel;
  /** Licences, tokens or credits. */
  readonly quantity: number;
}

/** What ended a session. The last two are assumptions. */
export type SessionEnd = 'detachment' | 'timeout' | 'serverRestart' | 'presumedLost';

/** What the members of a failover cluster told of a session, by their numbers. */
export interface MemberReports {
  /** Members that told of the grant. */
  readonly grantedBy: readonly number[];
  /** Members that told of the end, the first one first, or will not any more. */
  readonly endedBy: readonly number[];
}

/** One grant from its start to its end: the half-open interval [startedAt, endedAt). */
export interface Session {
  /** Id of the event that opened it; of the one that ended it when the start is unknown. */
  readonly id: number;
  readonly seat: Seat;
  /** UTC milliseconds; null when the log begins after the grant. */
  readonly startedAt: number | null;
  /** UTC milliseconds; null while open. */
  readonly endedAt: number | null;
  readonly closedBy: SessionEnd | null;
  /** The real end lies in [endedAt - endUncertaintyMs, endedAt]. */
  readonly endUncertaintyMs: number;
  readonly endEventId: number | null;
  /** Since when a server restart makes it uncertain that the open session is still alive. */
  readonly uncertainSince: number | null;
  /** Whether the log ended it before it started (a clock was set back); its length is zero. */
  readonly isNegative: boolean;
  /** Null where the server stands alone, and where the line had no session id. */
  readonly reports: MemberReports | null;
}
