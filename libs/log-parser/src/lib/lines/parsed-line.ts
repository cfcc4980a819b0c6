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
  /** Hardware id of the machine, 16 hexadecimal digits as written; null where there is none. */
  readonly hardwareId: string | null;
  /** The address that the computer id holds in hexadecimal, dotted; null where there is none. */
  readonly ipv4: string | null;
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
  | 'userMissing'
  | 'leftPartShort'
  | 'unknownFields';

/** A licence was given, given back, or taken back. */
export interface UsageEvent extends LineHeader {
  readonly type: 'grant' | 'detachment' | 'timeout';
  /** Product code, for example `MD2` or `XM2-FTA`; `parseProduct` takes it apart. */
  readonly product: string;
  /** Written by managed servers only. */
  readonly customer: string | null;
  readonly sessionId: string | null;
  /** Publisher of the product, for example `Dassault Systemes V5`. */
  readonly editor: string | null;
  readonly model: LicenseModel;
  /** Licences, tokens or credits; null when the log did not say. */
  readonly quantity: number | null;
  /** A field whose meaning is not known: a commercial type such as `STD`, or a level. */
  readonly slotX: string | null;
  readonly client: ClientRef | null;
  readonly ip: string | null;
  readonly user: string | null;
  /** What the server counts the licence by; `parseInternalId` takes it apart. */
  readonly internalId: string | null;
  /** Path of the client's program, without its process number. */
  readonly executable: string | null;
  /** Number of the client's process, where the log writes it behind the program: ` ( 11168)`. */
  readonly processId: number | null;
  readonly clientVersion: string | null;
  /** The last field, whose meaning is not known. */
  readonly flag: string | null;
  /** Texts of the line that have no name, or whose named field could not hold them. */
  readonly unknownFields: readonly string[];
  /** The sanity checks that failed, the record's quality mark: none for a line as expected. */
  readonly faults: readonly UsageFault[];
}

/**
 * What the text of a refusal says, by key words: only `exhausted` and `notOwned` are known texts,
 * the others are documented features whose wording has not been seen (log-format.md §3).
 */
export type DenialReason = 'exhausted' | 'notOwned' | 'policy' | 'expired' | 'version' | 'other';

/** A sanity check that a refusal failed. */
export type DenialFault = 'reasonUnknown' | 'clientMissing' | 'userMissing' | 'unknownFields';

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
  /** Path of the client's program, without its process number. */
  readonly executable: string | null;
  readonly processId: number | null;
  readonly unknownFields: readonly string[];
  readonly faults: readonly DenialFault[];
}

/** The licence server itself started, stopped, slept or woke. */
export interface ServerEvent extends LineHeader {
  readonly type: 'serverStart' | 'serverStop' | 'suspend' | 'resume';
  /** The server's own version, where a start tells it: `6.425.4`. */
  readonly version: string | null;
  readonly text: string;
}

export type LicenseEvent = UsageEvent | DenialEvent | ServerEvent;

/** What a server message is about, where its text is known (log-format.md §4). */
export type MessageTopic =
  | 'serverVersion'
  | 'serverReady'
  | 'serverId'
  | 'initialising'
  | 'initialised'
  | 'initialisationFailed'
  | 'administrationStarted'
  | 'administrationEnded'
  | 'administrationCommand'
  | 'uploadFailed'
  /** A usage line whose action is not known, or that names no product. */
  | 'usageNotUnderstood'
  /** A refusal of another shape than the known one. */
  | 'denialNotUnderstood';

/** A line whose header is understood and whose text is kept as it is. */
export interface ServerMessage extends LineHeader {
  readonly type: 'message';
  /** Null where only the header is understood. */
  readonly topic: MessageTopic | null;
  /** The telling part of the text: a version, an id, a path, a command; null where there is none. */
  readonly detail: string | null;
  readonly text: string;
}

/** A line without a stamp that continues the record before it, such as a stack trace. */
export interface Continuation {
  readonly type: 'continuation';
  readonly text: string;
}

/**
 * Why a line is not understood: `unterminated` is what follows the last end of line of a file.
 */
export type MalformedReason =
  | 'noHeader'
  | 'badHeader'
  | 'badTimestamp'
  | 'nulBytes'
  | 'tooLong'
  | 'undecodable'
  | 'unterminated';

/** A line that is not understood. It is a value, never an exception. */
export interface MalformedLine {
  readonly type: 'malformed';
  readonly reason: MalformedReason;
}

export type ParsedLine = LicenseEvent | ServerMessage | Continuation | MalformedLine;
