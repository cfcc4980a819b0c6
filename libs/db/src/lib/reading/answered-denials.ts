import type { DenialReason } from '@license-monitor/log-parser';
import { DENIAL_REASON } from '../codes';
import { DenialNames } from './denial-names';
import { DenialKeys } from './denial-keys';
import type { Cells, Query } from './query';
import type { Where } from './where';

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

const COLUMNS = {
  id: 'e.id',
  at: 'e.at',
  serverId: 'e.server_id',
  productId: 'e.product_id',
  reason: 'e.reason',
  userId: 'e.user_id',
  clientId: 'e.client_id',
  textId: 'e.text_id',
  grantedAt: GRANTED_AT_SQL,
};

type Column = keyof typeof COLUMNS;

/**
 * One row, and each of its columns the cells of all refusals: a row for each would take ten times as long
 * to hand over as to find. Names are numbers, for a year has few of them.
 */
const ANSWERED_SQL = `SELECT ${Object.entries(COLUMNS)
  .map(([column, cell]) => `CAST(json_group_array(${cell}) AS text) AS "${column}"`)
  .join(', ')} FROM license_events e JOIN products p ON p.id = e.product_id`;

/** Refusals, column by column. */
type Found = Readonly<Record<Column, readonly (number | null)[]>>;

/**
 * Reads refusals, oldest first, each with the grant that answered it.
 *
 * @param where conditions on `license_events e`.
 */
export async function readAnsweredDenials(
  query: Query,
  where: Where,
  { beforeMs, afterMs }: AnswerWindow,
): Promise<AnsweredDenial[]> {
  const sql = `${ANSWERED_SQL} WHERE ${where.sql}`;
  const [row] = await query(sql, [beforeMs, afterMs, ...where.parameters]);
  const found = toFound(row ?? {});
  if (found.id.length === 0) return [];
  const names = await DenialNames.read(query, {
    server: numbersIn(found.serverId),
    product: numbersIn(found.productId),
    user: numbersIn(found.userId),
    client: numbersIn(found.clientId),
    text: numbersIn(found.textId),
  });
  return toDenials(found, names).sort((a, b) => a.at - b.at || a.id - b.id);
}

/** Of no refusal at all PostgreSQL makes no list. */
function toFound(row: Cells): Found {
  const cellsOf = (column: Column) => JSON.parse(String(row[column] ?? '[]')) as (number | null)[];
  return {
    id: cellsOf('id'),
    at: cellsOf('at'),
    serverId: cellsOf('serverId'),
    productId: cellsOf('productId'),
    reason: cellsOf('reason'),
    userId: cellsOf('userId'),
    clientId: cellsOf('clientId'),
    textId: cellsOf('textId'),
    grantedAt: cellsOf('grantedAt'),
  };
}

const numbersIn = (cells: readonly (number | null)[]): ReadonlySet<number> =>
  new Set(cells.filter((cell) => cell !== null));

function toDenials(found: Found, names: DenialNames): AnsweredDenial[] {
  const { id: ids, at, serverId, productId, reason, userId, clientId, textId, grantedAt } = found;
  const keys = new DenialKeys();
  return ids.map((id, nth): AnsweredDenial => {
    const product = names.find('product', productId[nth]) ?? '';
    const cause = DENIAL_REASON.toName(reason[nth] ?? 0);
    const who = { userId: userId[nth] ?? null, clientId: clientId[nth] ?? null };
    return {
      id: Number(id),
      at: Number(at[nth]),
      server: names.find('server', serverId[nth]) ?? '',
      product,
      user: names.find('user', userId[nth]),
      host: names.find('client', clientId[nth]),
      reason: cause,
      text: names.find('text', textId[nth]),
      key: keys.find(product, cause, who) ?? `line ${id}`,
      grantedAt: grantedAt[nth] ?? null,
    };
  });
}
