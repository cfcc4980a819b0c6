import type { DenialReason } from './fact';
import type { LicenseModel } from './scenario';

/** One session: opened by a Grant line, closed by a Detachment or TimeOut line. */
export interface SessionTruth {
  readonly product: string;
  readonly editor: string;
  readonly model: LicenseModel;
  /** Licences or tokens, 1 or more. */
  readonly quantity: number;
  readonly user: string;
  readonly host: string;
  readonly display: number;
  /** As in the log: hardware id, address in hexadecimal, display. */
  readonly computerId: string;
  readonly sessionId: string;
  /** Epoch ms, inclusive. */
  readonly startedAt: number;
  /** Epoch ms, exclusive; null while open. */
  readonly endedAt: number | null;
  readonly closedBy: 'detachment' | 'timeout' | null;
}

/** One refusal line. */
export interface DenialTruth {
  readonly at: number;
  readonly product: string;
  readonly user: string;
  readonly host: string;
  readonly computerId: string;
  readonly reason: DenialReason;
}

/** What happened to one owned product. */
export interface ProductTruth {
  readonly product: string;
  readonly editor: string;
  readonly model: LicenseModel;
  readonly grants: number;
  readonly denials: number;
  /** Most licences in use after any single event. */
  readonly peakLicenses: number;
  /** When the peak was first reached, epoch ms; null without a grant. */
  readonly peakAt: number | null;
  /** Licences in use, integrated over [from, until), ms. */
  readonly licenseMs: number;
  /** Quantity times length, summed over the sessions, open ones counted up to `until`; ms. */
  readonly sessionMs: number;
  readonly openSessions: number;
  readonly licensesInUse: number;
}

/** Refusals of a product the site does not own. */
export interface NotOwnedTruth {
  readonly product: string;
  readonly denials: number;
}

/** What the lines written so far say, known without reading them. */
export interface Truth {
  /** The scenario's first instant, epoch ms. */
  readonly from: number;
  /** Up to when integrals run, epoch ms: the last line's instant, or the scenario's end when all is written. */
  readonly until: number;
  /** In order of their Grant lines. Only the open ones when closed sessions are not kept. */
  readonly sessions: readonly SessionTruth[];
  /** In order of their lines. Empty when closed sessions are not kept. */
  readonly denials: readonly DenialTruth[];
  /** In the scenario's order. */
  readonly products: readonly ProductTruth[];
  /** In the scenario's order. */
  readonly notOwned: readonly NotOwnedTruth[];
  /** Names in order of writing. */
  readonly files: readonly string[];
  /** Physical lines, continuations included. */
  readonly lines: number;
  /** Grant, Detachment, TimeOut and refusal lines, `Server version` and `License server stopped` lines. */
  readonly events: number;
  /** `Server version` lines. */
  readonly serverStarts: number;
  /** `License server stopped` lines. */
  readonly serverStops: number;
}
