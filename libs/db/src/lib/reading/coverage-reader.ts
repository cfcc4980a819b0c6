import type { EventType } from '../codes';
import { EVENT_TYPE } from '../codes';
import { numberOrNull, type Query } from './query';

/** From the first to the last line of a file, UTC milliseconds. */
export interface FileSpan {
  readonly serverId: number;
  readonly from: number;
  readonly to: number;
}

/** The server stopped, came up, fell asleep or woke. */
export interface ServerStateRow {
  readonly serverId: number;
  readonly type: EventType;
  readonly at: number;
  /** Of a start: the last line before it that is no part of it; null where there is none. */
  readonly lineBeforeAt: number | null;
  /** Of a stop: the first line after it that is no part of it; null where there is none. */
  readonly lineAfterAt: number | null;
}

/** Files of which a line was read. */
const FILES_SQL = `SELECT server_id, first_line_at, last_line_at FROM log_streams
  WHERE first_line_at IS NOT NULL AND last_line_at IS NOT NULL`;

/** The categories of the lines that a start writes itself (log-format.md §4). */
const START_CATEGORIES = `('INITSERVER', 'STARTSERVER')`;

/** Lines so soon after a stop are part of it, in milliseconds. */
const STOP_LASTS_MS = 60_000;

/**
 * The changes of state within a range, and of each server the last one before it and the first one after
 * it: a start tells of the crash before it.
 */
const STATES_SQL = `SELECT e.server_id, e.type, e.at,
    CASE WHEN e.type = 4 THEN (SELECT MAX(at) FROM (
      SELECT COALESCE((SELECT b.at FROM license_events b INDEXED BY ux_license_events_line
        WHERE b.server_id = e.server_id AND b.wall_at < e.wall_at AND b.type <> 4
          AND b.stream_id IS NOT NULL
        ORDER BY b.wall_at DESC LIMIT 1), -1) AS at
      UNION ALL
      SELECT COALESCE((SELECT m.at FROM server_messages m
        WHERE m.server_id = e.server_id AND m.wall_at < e.wall_at
          AND COALESCE(m.category, '') NOT IN ${START_CATEGORIES}
        ORDER BY m.wall_at DESC LIMIT 1), -1)) AS before) END AS line_before_at,
    CASE WHEN e.type = 5 THEN (SELECT MIN(at) FROM (
      SELECT * FROM (SELECT a.at FROM license_events a INDEXED BY ux_license_events_line
        WHERE a.server_id = e.server_id AND a.wall_at > e.wall_at + ${STOP_LASTS_MS}
          AND a.stream_id IS NOT NULL
        ORDER BY a.wall_at LIMIT 1) AS event
      UNION ALL
      SELECT * FROM (SELECT m.at FROM server_messages m
        WHERE m.server_id = e.server_id AND m.wall_at > e.wall_at + ${STOP_LASTS_MS}
        ORDER BY m.wall_at LIMIT 1) AS message) AS after) END AS line_after_at
  FROM servers s JOIN license_events e INDEXED BY ix_license_events_outages
    ON e.server_id = s.id
  WHERE e.type IN (4, 5, 6, 7) AND e.at <= COALESCE((
      SELECT MIN(n.at) FROM license_events n
      WHERE n.server_id = s.id AND n.type IN (4, 5, 6, 7) AND n.at >= ?2), ?2)
    AND e.at >= COALESCE((
      SELECT MAX(l.at) FROM license_events l
      WHERE l.server_id = s.id AND l.type IN (4, 5, 6, 7) AND l.at <= ?1), ?1)
  ORDER BY e.at, e.id`;

/** Reads what the logs say of their own completeness. */
export class CoverageReader {
  constructor(private readonly query: Query) {}

  async fileSpans(): Promise<FileSpan[]> {
    const rows = await this.query(FILES_SQL);
    return rows.map((row) => ({
      serverId: Number(row['server_id']),
      from: Number(row['first_line_at']),
      to: Number(row['last_line_at']),
    }));
  }

  /** The starts, stops, sleeps and awakenings that matter for [from, to), in order. */
  async serverStates(from: number, to: number): Promise<ServerStateRow[]> {
    const rows = await this.query(STATES_SQL, [from, to]);
    return rows.map((row) => {
      const before = numberOrNull(row['line_before_at']);
      return {
        serverId: Number(row['server_id']),
        type: EVENT_TYPE.toName(Number(row['type'])),
        at: Number(row['at']),
        lineBeforeAt: before === null || before < 0 ? null : before,
        lineAfterAt: numberOrNull(row['line_after_at']),
      };
    });
  }
}
