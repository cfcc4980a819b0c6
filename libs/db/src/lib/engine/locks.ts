/**
 * Advisory locks of PostgreSQL that writers hold, by the first of their two numbers. A lock of one
 * number is that of an event whose transaction is open (`reserve_ids`).
 */
export const LOCKS = {
  /** While tables are made; the second number is 0. */
  migration: 7_411_001,
  /** While rows are numbered; the second number is the hash of the table's name. */
  counting: 7_411_002,
  /** While a partition is added; the second number is 0. */
  months: 7_411_003,
  /** While a server is added; the second number is 0. */
  servers: 7_411_004,
  /** As long as a monitor follows a server; the second number is the server's. */
  claim: 7_411_005,
} as const;
