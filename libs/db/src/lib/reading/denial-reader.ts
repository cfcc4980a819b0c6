import type { DenialReason } from '@license-monitor/log-parser';
import { DENIAL_REASON } from '../codes';
import { DAY_MS } from '../use/day-steps';
import { numberOrNull, textOrNull, type Query } from './query';
import type { SessionFilter } from './rows';
import { allOf, compare, matchNumbers, type Where } from './where';

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

/** When a server refused a product for one reason; in no order. */
export interface RefusalTimes extends Pick<AnsweredDenial, 'server' | 'product' | 'reason'> {
  /** UTC milliseconds of each refusal. */
  readonly times: readonly number[];
}

/** How long before and after a refusal a grant answers it, in milliseconds. */
export interface AnswerWindow {
  readonly beforeMs: number;
  readonly afterMs: number;
}

/**
 * The first grant of the product to the person within the windows. A refusal names no editor, so the
 * code of the product is what it is compared by; and a client that was refused by one server may be
 * granted by another.
 */
const GRANTED_AT_SQL = `(SELECT MIN(x.started_at) FROM license_sessions x
    JOIN products q ON q.id = x.product_id
    WHERE x.user_id = e.user_id AND x.started_at >= e.at - ? AND x.started_at <= e.at + ?
      AND q.code = p.code)`;

/**
 * A row is a day and holds its refusals as one text: a row for each would take ten times as long to
 * hand over as to find. `answeredOf` names the columns.
 */
const ANSWERED_SQL = `SELECT CAST(json_group_array(json_array(e.id, e.at, e.reason, e.user_id,
    e.client_id, p.code, u.name, h.name, t.text, COALESCE(k.name, s.name), ${GRANTED_AT_SQL}))
    AS text) AS denials
  FROM license_events e
  JOIN products p ON p.id = e.product_id
  JOIN servers s ON s.id = e.server_id
  LEFT JOIN servers k ON k.id = s.cluster_id
  LEFT JOIN users u ON u.id = e.user_id
  LEFT JOIN clients c ON c.id = e.client_id
  LEFT JOIN hosts h ON h.id = c.host_id
  LEFT JOIN event_texts t ON t.id = e.text_id`;

/** Counted by the numbers of the names, which are quicker to compare; named afterwards. */
const toTimesSql = (where: string) => `SELECT f.reason, f.times, p.code,
    COALESCE(k.name, s.name) AS server
  FROM (SELECT e.product_id, e.server_id, e.reason,
      CAST(json_group_array(e.at) AS text) AS times
    FROM license_events e WHERE ${where} GROUP BY e.product_id, e.server_id, e.reason) AS f
  JOIN products p ON p.id = f.product_id
  JOIN servers s ON s.id = f.server_id
  LEFT JOIN servers k ON k.id = s.cluster_id`;

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

  /** When each server refused each product, and why: for counts, which need no grant. */
  async times(filter: SessionFilter): Promise<RefusalTimes[]> {
    const where = toWhere(filter);
    const rows = await this.query(toTimesSql(where.sql), where.parameters);
    return rows.map((row) => ({
      server: String(row['server']),
      product: String(row['code']),
      reason: DENIAL_REASON.toName(Number(row['reason'] ?? 0)),
      times: JSON.parse(String(row['times'])) as number[],
    }));
  }

  /** The refusals of a filter, oldest first, each with the grant that answered it. */
  async answered(filter: SessionFilter, window: AnswerWindow): Promise<AnsweredDenial[]> {
    const where = toWhere(filter);
    const parameters = [window.beforeMs, window.afterMs, ...where.parameters];
    const sql = `${ANSWERED_SQL} WHERE ${where.sql} GROUP BY e.at / ${DAY_MS}`;
    const rows = await this.query(sql, parameters);
    return rows
      .flatMap((row) => (JSON.parse(String(row['denials'])) as AnsweredCells[]).map(answeredOf))
      .sort((a, b) => a.at - b.at || a.id - b.id);
  }
}

type AnsweredCells = readonly (string | number | null)[];

function answeredOf(cells: AnsweredCells): AnsweredDenial {
  const [id, at, reason, userId, clientId, code, user, host, text, server, grantedAt] = cells;
  // Nobody is compared with nobody: a refusal that names neither person nor machine stands alone.
  const person =
    userId !== null ? `user ${userId}` : clientId !== null ? `client ${clientId}` : `line ${id}`;
  return {
    id: Number(id),
    at: Number(at),
    server: String(server),
    product: String(code),
    user: textOrNull(user),
    host: textOrNull(host),
    reason: DENIAL_REASON.toName(Number(reason ?? 0)),
    text: textOrNull(text),
    key: `${code} ${reason} ${person}`,
    grantedAt: numberOrNull(grantedAt),
  };
}

const NUMBERS = {
  product: 'e.product_id',
  user: 'e.user_id',
  client: 'e.client_id',
  server: 'e.server_id',
};

function toWhere(filter: SessionFilter): Where {
  return allOf([
    // The type stands in the text: only then does SQLite use the index that holds refusals alone.
    { sql: 'e.type = 3', parameters: [] },
    compare('e.at >= ?', filter.from),
    compare('e.at < ?', filter.to),
    ...matchNumbers(filter, NUMBERS),
  ]);
}
