/** A value that JSON and both databases hold exactly. */
export type Cell = string | number | null;

export interface InsertTarget {
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns whose cells are hexadecimal text for bytes. */
  readonly blobs?: readonly string[];
  /** What to do where a row is there already, as SQL behind `ON CONFLICT`. */
  readonly onConflict?: string;
}

/**
 * One connection to a store for its writer, and all that differs between the databases. SQL is
 * written once, in words that both know; the few of SQLite's that PostgreSQL has others for are
 * translated (`toPostgres`).
 */
export interface QueryRunner {
  /** Whether a transaction is open. */
  readonly isInTransaction: boolean;
  /** Whether other writers may add names and servers at the same time. */
  readonly isShared: boolean;

  query(sql: string, parameters?: readonly unknown[]): Promise<unknown>;
  query(
    sql: string,
    parameters: readonly unknown[],
    isCounted: true,
  ): Promise<{ readonly affected?: number | null | undefined }>;

  /** Inserts rows in bulk; returns how many were inserted or updated. */
  insert(target: InsertTarget, rows: readonly (readonly Cell[])[]): Promise<number>;

  /**
   * The first of `count` numbers for new rows, each one more than the one before; run it in a
   * transaction. Numbers whose transaction fails may be lost.
   */
  reserveIds(table: NumberedTable, count: number): Promise<number>;

  begin(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Tables whose rows the writer numbers. */
export type NumberedTable =
  | 'license_events'
  | 'server_messages'
  | 'quarantined_lines'
  | 'log_streams'
  | 'capacity_reports'
  | 'capacity_failures'
  | 'products'
  | 'users'
  | 'hosts'
  | 'clients'
  | 'programs'
  | 'license_terms'
  | 'internal_ids'
  | 'event_texts';
