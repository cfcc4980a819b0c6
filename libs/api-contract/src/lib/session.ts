import type { DurationMs, EpochMs } from './page';

/** How a product is licensed; `unknown` when the log named no model that we know. */
export type LicenseModelDto = 'concurrentUser' | 'namedUser' | 'token' | 'credit' | 'unknown';

/**
 * What ended a session. `serverRestart` and `presumedLost` are assumptions of ours and must be
 * labelled as such.
 */
export type SessionEndDto = 'detachment' | 'timeout' | 'serverRestart' | 'presumedLost';

/** One grant held by one user on one host, from grant to end. */
export interface SessionDto {
  /** Id of the history event that opened it (or ended it, when its start is unknown). */
  readonly id: number;
  /** The licence server, or the failover cluster. */
  readonly server: string;
  /** Product code, for example `MD2`. */
  readonly product: string;
  /** Publisher of the product; the code alone is not unique. Null when the log did not say. */
  readonly editor: string | null;
  readonly user: string;
  readonly host: string;
  /** Display number of the client machine; null when the log did not say. */
  readonly display: string | null;
  readonly model: LicenseModelDto;
  /** Licences, tokens or credits held. */
  readonly quantity: number;
  /** Null when the log we have begins after the grant. */
  readonly startedAt: EpochMs | null;
  /** Null while the session is open. */
  readonly endedAt: EpochMs | null;
  /** The real end lies in [endedAt - endUncertaintyMs, endedAt]. 0 for a detachment. */
  readonly endUncertaintyMs: DurationMs;
  readonly closedBy: SessionEndDto | null;
  /** Set while a server restart makes it uncertain whether the open session survived. */
  readonly uncertainSince: EpochMs | null;
  /** Whether the log ended it before it started, as when a clock is set back; its length is 0. */
  readonly isNegative: boolean;
  /** A floating licence held for more than a day: it may have been taken offline. */
  readonly isPossiblyOffline: boolean;
}

/** Open sessions with the totals they add up to. */
export interface OpenSessionsDto {
  readonly asOf: EpochMs;
  /** Id of the last history event these sessions include; resume the stream from here. */
  readonly lastEventId: number;
  readonly items: readonly SessionDto[];
  readonly totals: readonly ProductInUseDto[];
}

/** Four figures that are never mixed: sessions, licences, users and hosts of one product. */
export interface ProductInUseDto {
  readonly product: string;
  readonly editor: string | null;
  readonly model: LicenseModelDto;
  /** Open sessions (open grants). */
  readonly sessions: number;
  /** Licences in use; for `namedUser` the users who are active now. */
  readonly licenses: number;
  readonly users: number;
  readonly hosts: number;
}
