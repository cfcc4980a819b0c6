import type { DenialReason } from '@license-monitor/log-parser';
import { DENIAL_REASON } from '../codes';
import { numberOrNull, textOrNull, type Query } from './query';
import type { SessionFilter } from './rows';
import { allOf, compare, matchNames, ofProducts, type Where } from './where';

/** A refusal, and when its person was granted the product. */
export interface AnsweredDenial {
  /** Id of the event. */
  readonly id: number;
  readonly at: number;
  readonly server: string;
  readonly product: string;
  readonly user: string | null;
  readonly host: string | null;
  readonly reason: DenialReason;
  /** The log's own words. */
  readonly text: string | null;
  /** Who asked for what: refusals of equal keys may be one request. */
  readonly key: string;
  /** The first grant of the product to the person within the windows; null where there is none. */
  readonly grantedAt: number | null;
}

/** A refusal without its grant. */
export type Refusal = Pick<AnsweredDenial, 'at' | 'server' | 'product' | 'reason'>;

/** How long before and after a refusal a grant answers it, in milliseconds. */
export interface AnswerWindow {
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** A refusal e with its names. */
const FROM_SQL = `FROM license_events e
  JOIN products p ON p.id = e.product_id
  JOIN servers s ON s.id = e.server_id
  LEFT JOIN servers k ON k.id = s.cluster_id
  LEFT JOIN users u ON u.id = e.user_id
  LEFT JOIN clients c ON c.id = e.client_id
  LEFT JOIN hosts h ON h.id = c.host_id`;

/**
 * A refusal names no editor, so the code of the product is what it is compared by; and a client
 * that was refused by one server may be granted by another.
 */
const DENIALS_SQL = `SELECT e.id, e.at, e.reason, e.user_id, e.client_id, p.code, u.name AS user,
    h.name AS host, t.text, COALESCE(k.name, s.name) AS server,
    (SELECT MIN(x.started_at) FROM license_sessions x JOIN products q ON q.id = x.product_id
      WHERE x.user_id = e.user_id AND x.started_at >= e.at - ? AND x.started_at <= e.at + ?
        AND q.code = p.code) AS granted_at
  ${FROM_SQL}
  LEFT JOIN event_texts t ON t.id = e.text_id`;

const REFUSALS_SQL = `SELECT e.at, e.reason, p.code, COALESCE(k.name, s.name) AS server
  ${FROM_SQL}`;

/** Reads refusals. */
export class DenialReader {
  constructor(private readonly query: Query) {}

  /** A refusal by the id of its event; undefined where there is none. */
  async find(id: number): Promise<Pick<AnsweredDenial, 'at' | 'product' | 'server'> | undefined> {
    const [row] = await this.query(
      `SELECT e.at, p.code, COALESCE(k.name, s.name) AS server FROM license_events e
         JOIN products p ON p.id = e.product_id
         JOIN servers s ON s.id = e.server_id LEFT JOIN servers k ON k.id = s.cluster_id
       WHERE e.id = ? AND e.type = 3`,
      [id],
    );
    if (row === undefined) return undefined;
    return {
      at: Number(row['at']),
      product: String(row['code']),
      server: String(row['server']),
    };
  }

  /** The refusals of a filter, oldest first: for counts, which need no grant. */
  async refusals(filter: SessionFilter): Promise<Refusal[]> {
    const where = toWhere(filter);
    const sql = `${REFUSALS_SQL} WHERE ${where.sql} ORDER BY e.at, e.id`;
    const rows = await this.query(sql, where.parameters);
    return rows.map((row) => ({
      at: Number(row['at']),
      server: String(row['server']),
      product: String(row['code']),
      reason: DENIAL_REASON.toName(Number(row['reason'] ?? 0)),
    }));
  }

  /** The refusals of a filter, oldest first, each with the grant that answered it. */
  async answered(filter: SessionFilter, window: AnswerWindow): Promise<AnsweredDenial[]> {
    const where = toWhere(filter);
    const rows = await this.query(`${DENIALS_SQL} WHERE ${where.sql} ORDER BY e.at, e.id`, [
      window.beforeMs,
      window.afterMs,
      ...where.parameters,
    ]);
    return rows.map((row) => ({
      id: Number(row['id']),
      at: Number(row['at']),
      server: String(row['server']),
      product: String(row['code']),
      user: textOrNull(row['user']),
      host: textOrNull(row['host']),
      reason: DENIAL_REASON.toName(Number(row['reason'] ?? 0)),
      text: textOrNull(row['text']),
      key: toKey(row),
      grantedAt: numberOrNull(row['granted_at']),
    }));
  }
}

function toWhere(filter: SessionFilter): Where {
  return allOf([
    // The type stands in the text: only then does SQLite use the index that holds refusals alone.
    { sql: 'e.type = 3', parameters: [] },
    compare('e.at >= ?', filter.from),
    compare('e.at < ?', filter.to),
    // By its number: then the refusals of the others are not read.
    ofProducts('e.product_id', filter.products),
    ...matchNames(filter),
  ]);
}

/** Nobody is compared with nobody: a refusal that names neither person nor machine stands alone. */
function toKey(row: Readonly<Record<string, string | number | null>>): string {
  const { user_id: user, client_id: client, code, reason, id } = row;
  const person =
    user !== null ? `user ${user}` : client !== null ? `client ${client}` : `line ${id}`;
  return `${code} ${reason} ${person}`;
}
