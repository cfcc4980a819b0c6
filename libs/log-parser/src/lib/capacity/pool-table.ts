import type { CapacityFault } from './capacity-fault.js';
import type { LicensePool, LicenseUse, PoolColumns, QueuedRequest } from './license-usage.js';

/** A pool while its rows are read. */
export interface OpenPool {
  readonly columns: PoolColumns;
  readonly uses: LicenseUse[];
  readonly queue: QueuedRequest[];
  readonly faults: CapacityFault[];
  hasBareRow: boolean;
}

/** What one row says of its pool. */
export interface PoolRow {
  readonly lineNumber: number;
  /** See `toPoolKey`. */
  readonly key: string;
  readonly columns: PoolColumns;
  readonly faults: readonly CapacityFault[];
  /** Whether the row speaks of the pool alone and of no use. */
  readonly isBare: boolean;
}

/**
 * Gathers the rows of a table into pools, in the order of their first rows. Seats and seats in use
 * stand on every row of a pool and are taken once; a row that contradicts the first is a fault.
 */
export class PoolTable {
  private readonly pools = new Map<string, OpenPool>();

  /** Finds or opens the row's pool, so that uses can be added to it. */
  open({ lineNumber, key, columns, faults, isBare }: PoolRow): OpenPool {
    const pool = this.pools.get(key);
    if (pool === undefined) {
      const opened = { columns, uses: [], queue: [], faults: [...faults], hasBareRow: isBare };
      this.pools.set(key, opened);
      return opened;
    }
    const first = countsOf(pool.columns);
    const counts = countsOf(columns);
    if (counts !== first) {
      const text = `${first}, then ${counts}`;
      pool.faults.push({ kind: 'countsContradict', lineNumber, text });
    }
    if (isBare || pool.hasBareRow) pool.faults.push({ kind: 'rowRepeated', lineNumber, text: '' });
    pool.hasBareRow ||= isBare;
    return pool;
  }

  list(): readonly LicensePool[] {
    return [...this.pools].map(([key, { columns, uses, queue, faults }]) => ({
      key,
      ...columns,
      uses,
      queue,
      faults,
    }));
  }
}

const countsOf = ({ inUse, seats }: PoolColumns) => `${inUse} of ${seats}`;

/** Joins the columns that tell pools apart (log-format.md §10.3); the model as it is written. */
export function toPoolKey(pool: PoolColumns, modelText: string | null): string {
  return [
    pool.editorId ?? pool.editor,
    pool.product,
    modelText,
    pool.commercialType,
    pool.maxReleaseNumber,
    pool.maxReleaseAt?.text,
    pool.expiresAt?.text,
    pool.customerId,
  ].join('|');
}
