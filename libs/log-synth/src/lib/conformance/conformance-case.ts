/** One scenario of the conformance kit: files to read, and the answers a reader should come to. */
export interface ConformanceCase {
  /** Folder name, kebab-case. */
  readonly name: string;
  /** What it shows, one sentence. */
  readonly title: string;
  /** The pitfalls it is about, by their number in features.md §3. */
  readonly pitfalls: readonly number[];
  readonly settings: ConformanceSettings;
  readonly files: readonly ConformanceFile[];
  readonly truth: ConformanceAnswers;
}

/** What a reader must be told, for the log does not say it. */
export interface ConformanceSettings {
  /** IANA zone of the clock of the server, or of all members of the cluster. */
  readonly timeZone: string;
  /** Age at which a session counts as lost, hours, by product code; `*` for all others. */
  readonly sessionTimeoutHours: Readonly<Record<string, number>>;
  /** How long a session may be silent after a restart of the server before it counts as ended, minutes. */
  readonly restartGraceMinutes: number;
  /** How long before a timeout the client may have been gone, minutes. */
  readonly heartbeatMinutes: number;
  readonly denialWindows: DenialWindowSettings;
  /** Whether the folders `member-…` are the logs of one failover cluster, which serves one pool. */
  readonly cluster: boolean;
  /** "Now": up to when the log was read, UTC ms. Sessions that are lost by then have ended. */
  readonly readUntil: number;
}

/** Windows of refused requests (features.md §2.4). */
export interface DenialWindowSettings {
  /** Refusals of one person for one product no further apart are one request. */
  readonly burstSeconds: number;
  /** A grant so near the first refusal, before or after, means that nobody waited. */
  readonly redirectSeconds: number;
  /** A grant up to so long after the first refusal ends the wait; without one the request is lost. */
  readonly retryMinutes: number;
}

/** A file as it lies in the scenario's folder. */
export interface ConformanceFile {
  /** With slashes: `dsls/…` for a server, `member-1/…` for a member of a cluster, `capacity/…` for admin output. */
  readonly path: string;
  readonly text: string;
}

/** What a reader finds in a scenario; `truth.json` and the answers of a vendor have this shape. */
export interface ConformanceAnswers {
  /** Start of the figures, UTC ms, inclusive. */
  readonly from: number;
  /** End of the figures, UTC ms, exclusive. */
  readonly to: number;
  /** By product, editor and model, in the order of their code units. */
  readonly products: readonly ProductAnswers[];
}

/** The licensing models; `unknown` for a product that was only refused, and so never told its model. */
export type ConformanceModel = 'ConcurrentUser' | 'NamedUser' | 'Token' | 'Credit' | 'unknown';

/** The figures of one product within [from, to). */
export interface ProductAnswers {
  readonly product: string;
  /** Empty for a product that was only refused. */
  readonly editor: string;
  readonly model: ConformanceModel;
  /** Sessions that touch the range, closed or open; those whose start is not known are apart. */
  readonly sessions: number;
  /** Those of them that are still open when reading ends. */
  readonly openAtEnd: number;
  /** Ends without a grant. */
  readonly startUnknown: number;
  /** Sessions of which no line tells the end. */
  readonly assumedEnds: AssumedEnds;
  /** Sessions that a TimeOut line ended. */
  readonly timeouts: number;
  /**
   * Most licences in use after any single line; null where that was not measured: refused for want of
   * licences while the log knows of no use at all, a product is not traced.
   */
  readonly peak: number | null;
  /** When the peak was first reached, UTC ms, not before `from`; null where nothing was in use. */
  readonly peakAt: number | null;
  /** Most licences in use for five minutes on end; null as `peak` is. */
  readonly sustainedPeak: number | null;
  /** Licences in use, integrated over the range; sessions end as the log, or the rule, states. Licence-ms. */
  readonly licenseMs: number;
  /** Quantity times length, summed over sessions, each as short as it may have been. Licence-ms. */
  readonly sessionMsLow: number;
  /** The same with the ends as stated. */
  readonly sessionMsHigh: number;
  /** Distinct people of the sessions. */
  readonly users: number;
  /** Distinct machines of the sessions. */
  readonly hosts: number;
  /** Refusal lines by cause. */
  readonly denials: DenialCounts;
  readonly deniedRequests: DeniedRequestCounts;
  /** The seats there were within the range, in order; null where no admin output told of the product. */
  readonly entitlements: readonly EntitlementAnswer[] | null;
  /** Over the time for which the seats are known; null where they never are. */
  readonly utilisation: UtilisationAnswer | null;
}

export interface AssumedEnds {
  /** Older than the limit of the settings. */
  readonly presumedLost: number;
  /** Silent since a restart of the server. */
  readonly serverRestart: number;
}

export interface DenialCounts {
  /** Every licence was taken. */
  readonly capacity: number;
  /** A rule of the server refused. */
  readonly policy: number;
  /** The site does not own it, or no longer. */
  readonly notEnrolled: number;
  readonly other: number;
}

/** Requests that were refused for want of a licence, however often the client asked. */
export interface DeniedRequestCounts {
  readonly redirected: number;
  readonly delayed: number;
  readonly lost: number;
  /** From the first refusal to the grant, summed over the delayed ones. */
  readonly waitingMs: number;
  /** Distinct people of the delayed and the lost ones. */
  readonly people: number;
}

export interface EntitlementAnswer {
  /** UTC ms, inclusive, not before the range. */
  readonly from: number;
  /** UTC ms, exclusive; null where it still holds at the end of the range. */
  readonly to: number | null;
  /** All pools of the product together. */
  readonly seats: number;
}

export interface UtilisationAnswer {
  /** Licences in use, integrated. */
  readonly usedMs: number;
  /** Licences there were, integrated. */
  readonly capacityMs: number;
  /** For how long all licences there were, or more, were in use. */
  readonly fullMs: number;
}
