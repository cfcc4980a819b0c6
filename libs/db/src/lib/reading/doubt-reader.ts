import { TIME_FLAG } from '../codes';
import { numberOrNull, type Cells, type Query } from './query';
import type { SessionFilter } from './rows';
import { MARKS, type SessionMark } from './session-reader';
import { allOf, compare, matchNames } from './where';

/** How many rows are doubtful in one way, and when the first and the last of them was. */
export interface DoubtCount {
  /** Product code; null where the rows are of no product. */
  readonly product: string | null;
  readonly count: number;
  /** UTC milliseconds. */
  readonly firstAt: number;
  readonly lastAt: number;
}

const COUNTS = 'COUNT(*) AS count, MIN(at) AS first_at, MAX(at) AS last_at';

/** Counts what is doubtful in the history. */
export class DoubtReader {
  constructor(private readonly query: Query) {}

  /** Sessions that ended within the filter's range, by product. */
  async markedSessions(mark: SessionMark, filter: SessionFilter): Promise<DoubtCount[]> {
    const where = allOf([
      { sql: `x.ended_at IS NOT NULL AND ${MARKS[mark]}`, parameters: [] },
      compare('x.ended_at >= ?', filter.from),
      compare('x.ended_at < ?', filter.to),
      ...matchNames(filter),
    ]);
    const rows = await this.query(
      `SELECT code, ${COUNTS} FROM (
         SELECT p.code, x.ended_at AS at FROM license_sessions x
           JOIN servers s ON s.id = x.server_id
           LEFT JOIN servers k ON k.id = s.cluster_id
           JOIN products p ON p.id = x.product_id
           LEFT JOIN users u ON u.id = x.user_id
           LEFT JOIN hosts h ON h.id = x.host_id
         WHERE ${where.sql}) AS marked
       GROUP BY code ORDER BY code`,
      where.parameters,
    );
    return rows.map(toCount);
  }

  /** Events within [from, to) at which the server's clock stepped, or that stand in a skipped hour. */
  async clockSteps(from: number, to: number): Promise<DoubtCount[]> {
    const rows = await this.query(
      `SELECT NULL AS code, ${COUNTS} FROM license_events
       WHERE at >= ? AND at < ? AND time_flag IN (?, ?) HAVING COUNT(*) > 0`,
      [from, to, TIME_FLAG.toNumber('skipped'), TIME_FLAG.toNumber('clockStep')],
    );
    return rows.map(toCount);
  }

  /** Lines that were not understood, by when they were read: their own time is not known. */
  async quarantinedLines(from: number, to: number): Promise<DoubtCount[]> {
    const rows = await this.query(
      `SELECT NULL AS code, ${COUNTS} FROM (SELECT seen_at AS at FROM quarantined_lines) AS lines
       WHERE at >= ? AND at < ? HAVING COUNT(*) > 0`,
      [from, to],
    );
    return rows.map(toCount);
  }
}

function toCount(row: Cells): DoubtCount {
  return {
    product: row['code'] === null ? null : String(row['code']),
    count: Number(row['count']),
    firstAt: numberOrNull(row['first_at']) ?? 0,
    lastAt: numberOrNull(row['last_at']) ?? 0,
  };
}
