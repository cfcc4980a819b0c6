import type { ClientRef, LicenseModel } from '../lines/parsed-line.js';
import type { CapacityFault, UnreadableRow } from './capacity-fault.js';
import type { WallDate } from './parse-tool-date.js';

/** How many seats there are: a number, or the tool's word for no limit. */
export type SeatCount = number | 'unlimited';

/**
 * One row of use. Several rows can stand for one seat in use, and one row for many tokens, so rows
 * are never counted: the number of seats in use is the pool's `inUse`.
 */
export interface LicenseUse {
  readonly client: ClientRef | null;
  readonly ip: string | null;
  readonly user: string | null;
  /** What the server counts the licence by. */
  readonly internalId: string | null;
  /** Path of the client's program, without the process number. */
  readonly executable: string | null;
  readonly processId: number | null;
  readonly clientVersion: string | null;
  readonly sessionId: string | null;
  /** Tokens held; null where none are written, as for the models that hold whole seats. */
  readonly quantity: number | null;
  /** Minutes of casual use; null where not written. */
  readonly casualMinutes: number | null;
  readonly grantedSince: WallDate | null;
  readonly lastUsedAt: WallDate | null;
  readonly grantedAt: WallDate | null;
  readonly faults: readonly CapacityFault[];
}

/** A request that waits for tokens. It holds nothing. */
export interface QueuedRequest extends LicenseUse {
  /** Null where the position is no number. */
  readonly queuePosition: number | null;
}

/** What tells one pool from another; one product may have several (log-format.md §10.3). */
export interface PoolColumns {
  readonly editor: string | null;
  readonly editorId: string | null;
  /** Product code, for example `MD2` or `XM2-FTA`; unique only together with the editor. */
  readonly product: string;
  readonly model: LicenseModel;
  readonly commercialType: string | null;
  /** A whole number as the tool writes it. */
  readonly maxReleaseNumber: string | null;
  readonly maxReleaseAt: WallDate | null;
  readonly pricingStructure: string | null;
  readonly maxCasualDuration: string | null;
  /** End of the licences; null where none is written. */
  readonly expiresAt: WallDate | null;
  readonly customerId: string | null;
  readonly seats: SeatCount;
  /** Seats or tokens in use. */
  readonly inUse: number;
}

/** A software house; in the text output it stands before its pools. */
export type Editor = Pick<PoolColumns, 'editor' | 'editorId'>;

/** Seats of one product that are given from one stock. */
export interface LicensePool extends PoolColumns {
  /**
   * The columns that tell the pool from others, joined by `|`. The same for the same pool in every
   * output of the same command; another command writes other columns and dates.
   */
  readonly key: string;
  /** In the order of the output. */
  readonly uses: readonly LicenseUse[];
  /** Requests that wait; not in use. */
  readonly queue: readonly QueuedRequest[];
  readonly faults: readonly CapacityFault[];
}

/** What `getLicenseUsage` says of a server at one instant. */
export interface LicenseUsage {
  readonly type: 'usage';
  /** In the order of the output. No pools means that the server said it has none. */
  readonly pools: readonly LicensePool[];
  readonly unreadableRows: readonly UnreadableRow[];
  /** Of the output as a whole: none means that nothing is known to be missing. */
  readonly faults: readonly CapacityFault[];
}
