import type { NewCapacityFailure, NewCapacityReport, StoredCapacity } from '@license-monitor/db';
import type { CapacityReading } from './capacity-reading';

/** Who keeps what was read. */
export interface CapacityStore {
  storeCapacity(report: NewCapacityReport): Promise<StoredCapacity>;
  storeCapacityFailure(failure: NewCapacityFailure): Promise<void>;
}

/** Where a reading comes from, and when it was taken. */
export interface ReadingPlace {
  readonly serverId: number;
  readonly origin: string;
  /** Of a report, UTC milliseconds. */
  readonly takenAt: number;
  /** Of a failure, UTC milliseconds. */
  readonly now: number;
}

/** Keeps a reading: a report with its pools, a failure beside what was known before. */
export async function storeReading(
  store: CapacityStore,
  { serverId, origin, takenAt, now }: ReadingPlace,
  reading: CapacityReading,
): Promise<StoredCapacity | 'failed'> {
  const { source } = reading;
  if (reading.type === 'report') {
    return store.storeCapacity({
      serverId,
      source: reading.source,
      origin,
      takenAt,
      pools: reading.pools,
    });
  }
  const { reason, text } = reading;
  await store.storeCapacityFailure({ serverId, source, origin, at: now, reason, text });
  return 'failed';
}
