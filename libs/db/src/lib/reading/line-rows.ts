import { EVENT_TYPE } from '../codes';

/** A line of a log as the history holds it. */
export interface LineRow {
  /** The stamp read as if it were UTC, milliseconds. */
  readonly wallAt: number;
  /** First 48 bits of the SHA-256 of the line. */
  readonly lineHash: number;
  readonly occurrence: number;
  readonly at: number;
  /** Type of the event; `message` for a line that is none. */
  readonly type: string;
  readonly product: string | null;
  readonly user: string | null;
  readonly host: string | null;
  readonly sessionId: string | null;
  readonly quantity: number | null;
}

/** The lines of one server whose stamps lie between two others, both inclusive. */
export const LINES_SQL = `SELECT e.wall_at, e.line_hash, e.occurrence, e.at, e.type, p.code,
    u.name AS user, h.name AS host, e.session_id, e.quantity
  FROM license_events e
  LEFT JOIN products p ON p.id = e.product_id
  LEFT JOIN users u ON u.id = e.user_id
  LEFT JOIN clients c ON c.id = e.client_id
  LEFT JOIN hosts h ON h.id = c.host_id
  WHERE e.server_id = ?1 AND e.wall_at BETWEEN ?2 AND ?3 AND e.stream_id IS NOT NULL
  UNION ALL
  SELECT m.wall_at, m.line_hash, m.occurrence, m.at, NULL, NULL, NULL, NULL, NULL, NULL
  FROM server_messages m
  WHERE m.server_id = ?1 AND m.wall_at BETWEEN ?2 AND ?3`;

export function toLineRow(row: Record<string, string | number | null>): LineRow {
  const text = (name: string) => (row[name] as string | null) ?? null;
  return {
    wallAt: Number(row['wall_at']),
    lineHash: Number(row['line_hash']),
    occurrence: Number(row['occurrence']),
    at: Number(row['at']),
    type: row['type'] === null ? 'message' : EVENT_TYPE.toName(Number(row['type'])),
    product: text('code'),
    user: text('user'),
    host: text('host'),
    sessionId: text('session_id'),
    quantity: row['quantity'] === null ? null : Number(row['quantity']),
  };
}
