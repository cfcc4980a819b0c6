import type { CapacityFault, UnreadableRow } from './capacity-fault.js';

/** A line of the configuration, or half of one. */
export interface ConfigLabel {
  /** Without its colon. */
  readonly label: string;
  /** Empty where nothing is written. */
  readonly value: string;
}

/** What `getConfig` says. Null is what it did not say. */
export interface ServerConfig {
  readonly type: 'config';
  readonly mode: 'standalone' | 'failover' | null;
  readonly computerName: string | null;
  /** `XXX-` and 16 hexadecimal digits. */
  readonly computerId: string | null;
  readonly licensingPort: number | null;
  readonly administrationPort: number | null;
  readonly isPasswordProtected: boolean | null;
  /** For example `restricted`. */
  readonly remoteAdministration: string | null;
  readonly isRecyclingAutomatic: boolean | null;
  readonly hasUsageStatistics: boolean | null;
  readonly isOfflineExtractionEnabled: boolean | null;
  /** All labels in order, known and unknown. */
  readonly labels: readonly ConfigLabel[];
  readonly unreadableRows: readonly UnreadableRow[];
  readonly faults: readonly CapacityFault[];
}
