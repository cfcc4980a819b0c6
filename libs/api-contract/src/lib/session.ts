import type { OfProduct } from './of-product';
import type { Page } from './page';
import type { Count, DurationMs, EpochMs, EventId, Licenses } from './units';

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
  readonly id: EventId;
  /** The licence server, or the failover cluster. */
  readonly server: string;
  /** Product code, for example `MD2`. */
  readonly product: string;
  /** Publisher of the product; the code alone is not unique. Null when the log did not say. */
  readonly editor: string | null;
  /** Who holds it, as the log writes the name. */
  readonly user: string;
  /** The client's machine, as the log writes the name. */
  readonly host: string;
  /** Display number of the client machine; null when the log did not say. */
  readonly display: string | null;
  /** How the product is licensed. */
  readonly model: LicenseModelDto;
  /** Licences, tokens or credits held. */
  readonly quantity: Licenses;
  /** Null when the log we have begins after the grant. */
  readonly startedAt: EpochMs | null;
  /** Null while the session is open. */
  readonly endedAt: EpochMs | null;
  /** The real end lies in [endedAt - endUncertaintyMs, endedAt]. 0 for a detachment. */
  readonly endUncertaintyMs: DurationMs;
  /** What ended it; null while it is open. */
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
  /** The instant at which they are open: when the answer was made, or the `at` that was asked for. */
  readonly asOf: EpochMs;
  /** Id of the last history event these sessions include; resume the stream from here. */
  readonly lastEventId: EventId;
  /** The open sessions, all of them. */
  readonly items: readonly SessionDto[];
  /** What they add up to, by product. */
  readonly totals: readonly ProductInUseDto[];
}

/** One page of closed sessions, the last end first. */
export type SessionPageDto = Page<SessionDto>;

/** With `status=open` the open sessions, with `status=closed` a page of the closed ones. */
export type SessionsDto = OpenSessionsDto | SessionPageDto;

/** Four figures that are never mixed: sessions, licences, users and hosts of one product. */
export interface ProductInUseDto extends OfProduct {
  /** Open sessions (open grants). */
  readonly sessions: Count;
  /** Licences in use; for `namedUser` the users who are active now. */
  readonly licenses: Licenses;
  /** Distinct people who hold it. */
  readonly users: Count;
  /** Distinct machines on which it is held. */
  readonly hosts: Count;
}

/** The products that are in use now, by product code. */
export type ProductsInUseDto = readonly ProductInUseDto[];
