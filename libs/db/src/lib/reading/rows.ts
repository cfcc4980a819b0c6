import type { DenialReason, LicenseModel, TimeFlag } from '@license-monitor/log-parser';
import type { SessionEnd } from '@license-monitor/sessions';
import type { EventType } from '../codes';

/** A session with its names, as readers get it. Null is unknown. */
export interface SessionRow {
  readonly id: number;
  readonly server: string;
  readonly product: string;
  readonly editor: string | null;
  readonly user: string;
  readonly host: string;
  readonly display: string | null;
  readonly clientId: number | null;
  readonly model: LicenseModel;
  readonly quantity: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly endUncertaintyMs: number;
  readonly closedBy: SessionEnd | null;
  readonly endEventId: number | null;
  readonly uncertainSince: number | null;
  /** Whether the log ended it before it started. */
  readonly isNegative: boolean;
}

export interface EventRow {
  readonly id: number;
  readonly type: EventType;
  readonly at: number;
  readonly timeFlag: TimeFlag | null;
  readonly server: string;
  readonly product: string | null;
  readonly editor: string | null;
  readonly user: string | null;
  readonly host: string | null;
  readonly quantity: number | null;
  readonly text: string | null;
  readonly path: string | null;
  readonly byteOffset: number | null;
}

/** A refusal as the overview counts it. */
export interface DenialRow {
  readonly product: string;
  readonly at: number;
  readonly reason: DenialReason;
  readonly user: string | null;
}

export interface ServerInfo {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
  /** The failover cluster it is a member of; null where it stands alone. */
  readonly cluster: string | null;
}

export interface LogFileRow {
  readonly serverId: number;
  readonly path: string;
  readonly state: 'live' | 'gone' | 'superseded';
  readonly byteOffset: number;
  readonly lastLineAt: number | null;
  readonly lines: number;
  readonly events: number;
  readonly messages: number;
  readonly quarantined: number;
  readonly duplicates: number;
}

/** How many lines of a server went where. */
export interface LineTotals {
  readonly lines: number;
  readonly events: number;
  readonly messages: number;
  readonly quarantined: number;
  readonly duplicates: number;
}

/** Names to keep; an empty list keeps all. Users and hosts are compared without case. */
export interface NameFilter {
  readonly products: readonly string[];
  readonly users: readonly string[];
  readonly hosts: readonly string[];
  readonly servers: readonly string[];
}

/** Keeps every row. */
export const ALL_NAMES: NameFilter = { products: [], users: [], hosts: [], servers: [] };

/** The half-open range [from, to) of UTC milliseconds, open where null, and names. */
export interface SessionFilter extends NameFilter {
  readonly from: number | null;
  readonly to: number | null;
}

export interface EventFilter extends SessionFilter {
  readonly types: readonly EventType[];
}

/** The last row of the page before: where the next page goes on. */
export interface PagePosition {
  /** What the list is ordered by, then by the id; null where that is not known. */
  readonly at: number | null;
  readonly id: number;
}

/** By what a list is ordered. */
export interface ListOrder<Column extends string> {
  readonly column: Column;
  readonly isDescending: boolean;
}

/** What events are ordered by: when they were read, or when they happened. */
export type EventColumn = 'id' | 'at';

/** The law of conservation over all files that were read. */
export interface ByteLedger {
  readonly bytes: number;
  /** Bytes that are in no class; 0 where all is well. */
  readonly lostBytes: number;
  readonly quarantinedLines: number;
}
