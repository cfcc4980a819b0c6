import { DENIAL_REASON } from '../codes';
import { readAnsweredDenials, type AnsweredDenial, type AnswerWindow } from './answered-denials';
import type { Query } from './query';
import type { SessionFilter } from './rows';
import { allOf, compare, matchNumbers, type Where } from './where';

/** When a server refused a product for one reason; in no order. */
export interface RefusalTimes extends Pick<AnsweredDenial, 'server' | 'product' | 'reason'> {
  /** UTC milliseconds of each refusal. */
  readonly times: readonly number[];
}

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
  answered(filter: SessionFilter, window: AnswerWindow): Promise<AnsweredDenial[]> {
    return readAnsweredDenials(this.query, toWhere(filter), window);
  }
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
