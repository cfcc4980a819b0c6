/** How the server counts a licence. */
export type LicenseModel = 'ConcurrentUser' | 'NamedUser' | 'Token';

/** Which grammar the usage lines follow: `B` has a customer field after the feature. */
export type LogVariant = 'A' | 'B';

/** A closed range of numbers; the unit is in the name of the property that holds it. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** One licence pool of the simulated server. The pair (code, editor) is unique. */
export interface ProductSpec {
  /** The code in the log, such as `MD2` or `XM2-FTA`. */
  readonly code: string;
  readonly editor: string;
  readonly model: LicenseModel;
  /** Licences, tokens or named users owned, 1 or more. */
  readonly pool: number;
  /** How often it is asked for, relative to the other products; above 0. */
  readonly popularity: number;
  /** What one grant of a Token product may take, each 1 to `pool`. Other models take 1. */
  readonly quantities?: readonly number[];
}

/** Where a part of the people sit: their working hours follow their zone. */
export interface Region {
  /** IANA name. */
  readonly zone: string;
  /** Share of the people, relative to the other regions; above 0. */
  readonly share: number;
}

/** Everything that decides what the simulated server writes. Equal scenarios write equal bytes. */
export interface Scenario {
  /** Any safe integer. */
  readonly seed: number;
  /** First instant, epoch ms UTC, inclusive. */
  readonly from: number;
  /** End, epoch ms UTC, exclusive; null for ever. */
  readonly to: number | null;
  /** IANA zone of the server's machine; stamps are its wall clock without an offset. */
  readonly zone: string;
  readonly variant: LogVariant;
  readonly products: readonly ProductSpec[];
  /** People, 1 or more. */
  readonly users: number;
  readonly regions: readonly Region[];
  /** Sessions a person means to start on a working day, 0 or more. */
  readonly sessionsPerPersonDay: number;
  /** How much of that a person means to do on a Saturday or Sunday, 0 to 1. */
  readonly weekendShare: number;
  /** Mean length of a session before lunch or evening cuts it short, minutes. */
  readonly meanSessionMinutes: number;
  /** Jobs a day that start by night or at the weekend, on compute nodes. */
  readonly batchJobsPerDay: number;
  /** Share of sessions that make a second process take the same product on the same machine. */
  readonly secondProcessShare: number;
  /** Share of those second processes that use the session id of the first: a nested grant. */
  readonly nestedShare: number;
  /** Share of sessions that take another product as well. */
  readonly secondProductShare: number;
  /** What a refused client does. */
  readonly retry: { readonly most: number; readonly delaySeconds: Range };
  /** How clients crash, and how long after it the server takes the licence back. */
  readonly timeout: { readonly crashShare: number; readonly afterMinutes: Range };
  /** Restarts by night; null for none. */
  readonly restart: { readonly everyDays: number; readonly downtimeSeconds: Range } | null;
  /** The administrator's poll of the server, round the clock; null for none. */
  readonly poll: { readonly everyMinutes: number } | null;
  /** Whether the first line of each Monday (server's wall clock) opens a new file. */
  readonly rotatesWeekly: boolean;
  /** Codes that clients ask for although the site never bought them, and how often a day. */
  readonly notOwned: { readonly codes: readonly string[]; readonly requestsPerDay: number };
  /** Warnings and errors of the server itself a day. */
  readonly messagesPerDay: number;
  /** How often a day the server's machine goes to sleep for 5 to 20 minutes; 0 by default. */
  readonly suspensionsPerDay: number;
}
