import type { Gap, Observed, Span, Steps } from '@license-monitor/analytics';
import type { DenialWindowsDto } from '@license-monitor/api-contract';
import type {
  CapacityReportInfo,
  RefusalTimes,
  SessionFigures,
  SessionRow,
  UseSnapshotInfo,
} from '@license-monitor/db';
import type { FoundRequest } from '../denials/denied-requests';

/** What the figures of all products of an answer share. */
export interface UsageRange extends Span {
  /** The gaps of each server or cluster that was asked for. */
  readonly gapsOfServer: ReadonlyMap<string, readonly Gap[]>;
  readonly windows: DenialWindowsDto;
}

/** U(t) of one product of one server or cluster. */
export interface ServerUse {
  readonly server: string;
  /** Those of the range, and before them what was in use when it begins. */
  readonly steps: Steps;
}

/** What is known of one product and model within a range, as plots need it. */
export interface ProductRows {
  readonly product: string;
  readonly editor: string | null;
  readonly model: SessionRow['model'];
  /** By server or cluster. */
  readonly uses: readonly ServerUse[];
  /** Ends within the range whose grants are not known. */
  readonly endsWithoutStart: readonly SessionRow[];
  readonly denials: readonly RefusalTimes[];
  /**
   * Whether the rows are all there are of the product: of some people's, or of a code that may mean
   * several products, they say nothing of tracing.
   */
  readonly isWhole: boolean;
  /** What the servers themselves said was in use, in order of time. */
  readonly snapshots: readonly UseSnapshotInfo[];
  /** By server or cluster; each report narrowed to the pools of this product. */
  readonly capacity: ReadonlyMap<string, readonly CapacityReportInfo[]>;
}

/** The same with what became of the refusals. */
export interface ProductRequests extends ProductRows {
  readonly requests: readonly FoundRequest[];
}

/** And with the figures of its sessions; undefined where it has none. */
export interface ProductFigures extends ProductRequests {
  readonly figures: SessionFigures | undefined;
}

/** Everything that is known of one product and model within a range. */
export interface ProductSessions extends ProductRequests {
  /** Those that were open at some instant of the range. */
  readonly sessions: readonly SessionRow[];
}

/** The times for which use is known. */
export interface Measured {
  readonly gaps: readonly Gap[];
  readonly observed: Observed;
}
