import { MODEL, SESSION_END } from '../codes';
import { closedSessions, type ClosedSessionColumn, type ListPart } from './closed-sessions';
import { numberOrNull, textOrNull, type Cells, type Query } from './query';
import {
  ALL_NAMES,
  type ListOrder,
  type NameFilter,
  type PagePosition,
  type SessionFilter,
  type SessionRow,
} from './rows';
import { touching } from './touching-sessions';
import { allOf, matchNames, type Where } from './where';

const SESSION_SQL = `SELECT x.id, x.started_at, x.ended_at, x.closed_by, x.end_uncertainty_ms,
    x.end_event_id, x.uncertain_since, x.is_negative, x.model, x.quantity, x.client_id,
    p.code, p.editor, u.name AS user, h.name AS host, c.display, s.name AS server
  FROM license_sessions x
  JOIN servers s ON s.id = x.server_id
  LEFT JOIN servers k ON k.id = s.cluster_id
  JOIN products p ON p.id = x.product_id
  LEFT JOIN users u ON u.id = x.user_id
  LEFT JOIN hosts h ON h.id = x.host_id
  LEFT JOIN clients c ON c.id = x.client_id`;

/** What is doubtful about a session. */
export type SessionMark = 'negative' | 'startUnknown' | 'assumedEnd';

/** The condition on a session x that is doubtful in this way. */
export const MARKS: Readonly<Record<SessionMark, string>> = {
  negative: 'x.is_negative = 1',
  startUnknown: 'x.started_at IS NULL',
  assumedEnd: 'x.closed_by >= 2',
};

/** Reads sessions from the history. */
export class SessionReader {
  constructor(private readonly query: Query) {}

  /**
   * Sessions that ended within the filter's range, in order; those whose start is not known come last
   * where the list is ordered by it.
   *
   * @param filter with a mark only those that are doubtful in this way.
   */
  async closed(
    filter: SessionFilter & { readonly mark: SessionMark | null },
    order: ListOrder<ClosedSessionColumn>,
    { after, limit }: { readonly after: PagePosition | null; readonly limit: number },
  ): Promise<SessionRow[]> {
    const marked = filter.mark === null ? undefined : { sql: MARKS[filter.mark], parameters: [] };
    const readPart = ({ where, orderBy }: ListPart) =>
      this.read(allOf([where, marked, ...matchNames(filter)]), `ORDER BY ${orderBy} LIMIT ?`, [
        limit,
      ]);
    const { known, unknown } = closedSessions(filter, order, after);
    const found: SessionRow[] = [];
    for (const part of known) found.push(...(await readPart(part)));
    if (known.length > 1) found.sort((a, b) => compareRows(a, b, order));
    if (unknown !== null && found.length < limit) found.push(...(await readPart(unknown)));
    return found.slice(0, limit);
  }

  /**
   * Sessions that were open at some instant of [from, to), and those of no length within it.
   *
   * @param names only the sessions of these.
   */
  async overlapping(
    from: number,
    to: number,
    names: NameFilter = ALL_NAMES,
  ): Promise<SessionRow[]> {
    const kept = matchNames(names);
    const found: SessionRow[][] = [];
    for (const part of touching(from, to)) found.push(await this.read(allOf([part, ...kept])));
    return found.flat();
  }

  /** Ends within [from, to) whose grants are not known, in order. */
  withoutStart(from: number, to: number, names: NameFilter = ALL_NAMES): Promise<SessionRow[]> {
    const within = {
      sql: 'x.started_at IS NULL AND x.ended_at >= ? AND x.ended_at < ?',
      parameters: [from, to],
    };
    return this.read(allOf([within, ...matchNames(names)]), 'ORDER BY x.ended_at, x.id');
  }

  /** Sessions that events after `after`, up to and including `last`, opened or closed. */
  async changed(after: number, last: number): Promise<SessionRow[]> {
    const opened = { sql: 'x.id > ? AND x.id <= ?', parameters: [after, last] };
    const closed = {
      sql: 'x.end_event_id > ? AND x.end_event_id <= ? AND x.id <= ?',
      parameters: [after, last, after],
    };
    return [...(await this.read(opened)), ...(await this.read(closed))];
  }

  private async read(
    where: Where,
    rest = '',
    parameters: readonly number[] = [],
  ): Promise<SessionRow[]> {
    const sql = `${SESSION_SQL} WHERE ${where.sql} ${rest}`;
    return (await this.query(sql, [...where.parameters, ...parameters])).map(toSessionRow);
  }
}

function compareRows(
  a: SessionRow,
  b: SessionRow,
  { column, isDescending }: ListOrder<ClosedSessionColumn>,
): number {
  const rising = (a[column] ?? 0) - (b[column] ?? 0) || a.id - b.id;
  return isDescending ? -rising : rising;
}

function toSessionRow(row: Cells): SessionRow {
  const closedBy = numberOrNull(row['closed_by']);
  return {
    id: Number(row['id']),
    server: String(row['server']),
    product: String(row['code']),
    editor: textOrNull(row['editor']),
    user: textOrNull(row['user']) ?? '',
    host: textOrNull(row['host']) ?? '',
    display: textOrNull(row['display']),
    clientId: numberOrNull(row['client_id']),
    model: MODEL.toName(Number(row['model'])),
    quantity: Number(row['quantity']),
    startedAt: numberOrNull(row['started_at']),
    endedAt: numberOrNull(row['ended_at']),
    endUncertaintyMs: Number(row['end_uncertainty_ms']),
    closedBy: closedBy === null ? null : SESSION_END.toName(closedBy),
    endEventId: numberOrNull(row['end_event_id']),
    isNegative: row['is_negative'] === 1,
    uncertainSince: numberOrNull(row['uncertain_since']),
  };
}
