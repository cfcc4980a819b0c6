import type { Workplace } from '../workplace';
import type { ConformanceModel } from './conformance-case';

/** What is licensed in a scenario. */
export interface CaseProduct {
  readonly code: string;
  readonly editor: string;
  readonly model: Exclude<ConformanceModel, 'unknown'>;
}

/** A place in the log: the instant, and the number of the line among all lines of the scenario. */
export interface LinePlace {
  /** UTC ms. */
  readonly at: number;
  readonly order: number;
}

/** How a line, or a rule, ends a session. */
export type CaseEnd = 'detachment' | 'timeout' | 'serverRestart' | 'presumedLost';

/** A session of the script, from its grant on. */
export interface CaseSession {
  readonly product: CaseProduct;
  readonly workplace: Workplace;
  readonly sessionId: string;
  /** Licences, tokens or credits, 1 or more. */
  readonly quantity: number;
  readonly start: LinePlace;
  /** Null while no line has told of the end. */
  readonly end: (LinePlace & { readonly by: CaseEnd }) | null;
  /** The first restart since a line last showed that it lives; null where there was none. */
  readonly uncertainSince: LinePlace | null;
}

/** An end whose grant is not in the log. */
export interface CaseOrphan {
  readonly product: CaseProduct;
  readonly at: number;
}

/** A refusal line. */
export interface CaseRefusal {
  /** The code alone, as in the log. */
  readonly code: string;
  readonly user: string;
  readonly reason: RefusalReason;
  readonly at: number;
}

/** Texts of refusals. The first two are known, the others invented (log-format.md §3). */
export type RefusalReason =
  | 'no more available license'
  | 'no license enrolled'
  | 'not allowed by authorization rule'
  | 'license expired'
  | 'client release is too high'
  | 'server busy';

/** Admin output that was written down: the seats of each pool. */
export interface CapacityReport {
  /** When it was taken, UTC ms. */
  readonly at: number;
  readonly pools: readonly CapacityPool[];
}

/** A stock of licences of one product. */
export interface CapacityPool {
  readonly product: CaseProduct;
  readonly seats: number;
  /** Last instant, itself included, UTC ms. */
  readonly expiresAt: number;
  /** Who holds one of its licences when the report is taken; each makes a row. */
  readonly holders: readonly CaseSession[];
}

/** All that a script wrote, and so all that there is to find. */
export interface CaseFacts {
  readonly sessions: readonly CaseSession[];
  readonly orphans: readonly CaseOrphan[];
  readonly refusals: readonly CaseRefusal[];
  readonly reports: readonly CapacityReport[];
}
