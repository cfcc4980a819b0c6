/**
 * Milliseconds of a wall clock: the log's local stamp read as if it were UTC. Only
 * `resolveInstant` turns it into a real instant.
 */
export type WallMs = number;

/** What every line of `LicenseServer*.log` begins with. */
export interface LineHeader {
  readonly wallAt: WallMs;
  /** `I`, `W` or `E` as documented; the set is open. */
  readonly level: string;
  /** For example `USGTRACING`; the set is open. */
  readonly category: string;
}

/** The licence models the administration tool knows; `unknown` keeps any other text's event. */
export type LicenseModel = 'ConcurrentUser' | 'NamedUser' | 'Token' | 'Credit' | 'unknown';

/** A client machine as the log writes it: `HOST (hardware-ip.display)`. */
export interface ClientRef {
  readonly host: string;
  /** The text in parentheses: hardware id, address and display. Null when there was none. */
  readonly computerId: string | null;
  /** Display number of the machine; null when not written. */
  readonly display: string | null;
}

/** A sanity check that a usage line failed. It lowers trust, it never discards the event. */
export type UsageFault =
  | 'sessionNotHex'
  | 'sessionMissing'
  | 'countNotNumeric'
  | 'modelUnknown'
  | 'clientMissing'
  | 'leftPartShort'
  | 'unknownFields';

/** A licence was given, given back, or taken back. */
export interface UsageEvent extends LineHeader {
  readonly type: 'grant' | 'detachment' | 'timeout';
  /** Product code, for example `MD2` or `XM2-FTA`. */
  readonly product: string;
  readonly customer: string | null;
  readonly sessionId: string | null;
  readonly editor: string | null;
  readonly model: LicenseModel;
  /** Licences, tokens or credits; null when the log did not say. */
  readonly quantity: number | null;
  readonly slotX: string | null;
  readonly client: ClientRef | null;
  readonly ip: string | null;
  readonly user: string | null;
  readonly internalId: string | null;
  readonly executable: string | null;
  readonly clientVersion: string | null;
  readonly flag: string | null;
  /** Fields between product and session that have no name yet. */
  readonly unknownFields: readonly string[];
  readonly faults: readonly UsageFault[];
}

/**
 * What the text of a refusal says, by key words: only `exhausted` and `notOwned` are known texts,
 * the others are documented features whose wording has not been seen (log-format.md §3).
 */
export type DenialReason = 'exhausted' | 'notOwned' | 'policy' | 'expired' | 'version' | 'other';

/** A request was refused. */
export interface DenialEvent extends LineHeader {
  readonly type: 'denial';
  readonly product: string;
  /** The log's own words. */
  readonly reasonText: string;
  readonly reason: DenialReason;
  readonly client: ClientRef | null;
  readonly ip: string | null;
  readonly user: string | null;
  readonly internalId: string | null;
  readonly executable: string | null;
  readonly unknownFields: readonly string[];
}

/** The licence server itself started, stopped, slept or woke. */
export interface ServerEvent extends LineHeader {
  readonly type: 'serverStart' | 'serverStop' | 'suspend' | 'resume';
  readonly text: string;
}

export type LicenseEvent = UsageEvent | DenialEvent | ServerEvent;

/** A line whose header is understood and whose text is kept as it is. */
export interface ServerMessage extends LineHeader {
  readonly type: 'message';
  readonly text: string;
}

/** A line without a stamp that continues the record before it, such as a stack trace. */
export interface Continuation {
  readonly type: 'continuation';
  readonly text: string;
}

export type MalformedReason =
  'noHeader' | 'badHeader' | 'badTimestamp' | 'nulBytes' | 'tooLong' | 'undecodable';

/** A line that is not understood. It is a value, never an exception. */
export interface MalformedLine {
  readonly type: 'malformed';
  readonly reason: MalformedReason;
}

export type ParsedLine = LicenseEvent | ServerMessage | Continuation | MalformedLine;
