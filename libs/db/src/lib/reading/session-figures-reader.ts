import { MODEL } from '../codes';
import { textOrNull, type Cells, type Query } from './query';
import type { NameFilter, SessionRow } from './rows';
import { touching } from './touching-sessions';
import { allOf, matchNames, ofProducts, type Where } from './where';

/** The figures of the sessions of one product that touch a range, counted where they are stored. */
export interface SessionFigures {
  readonly product: string;
  readonly editor: string | null;
  readonly model: SessionRow['model'];
  readonly count: number;
  /** Those that began within the range. */
  readonly grants: number;
  /** Open, or ended after the range. */
  readonly openAtEnd: number;
  /** Ended within the range, and by what. */
  readonly timeouts: number;
  readonly presumedLost: number;
  readonly serverRestart: number;
  /** Of those that have an end, in milliseconds; in no order, as the database takes long to sort. */
  readonly lengths: readonly number[];
  readonly users: number;
  readonly hosts: number;
  /**
   * Licence-time within the range by quantities, in licence-milliseconds: as if each uncertain session
   * had ended as early as it may have, and as the log says (features.md §2.5).
   */
  readonly lowMs: number;
  readonly highMs: number;
}

/** The range, half-open, UTC milliseconds, and the names that are asked for. */
export type FiguresFilter = NameFilter & { readonly from: number; readonly to: number };

const COLUMNS = `x.product_id, x.model, x.user_id, x.host_id, x.quantity, x.started_at, x.ended_at,
  x.closed_by, x.end_uncertainty_ms`;

const JOINS = `JOIN servers s ON s.id = x.server_id
  LEFT JOIN servers k ON k.id = s.cluster_id
  JOIN products p ON p.id = x.product_id
  LEFT JOIN users u ON u.id = x.user_id
  LEFT JOIN hosts h ON h.id = x.host_id`;

/** The greater, and the lesser, of two values; both dialects know CASE. */
const greater = (one: string, other: string) =>
  `CASE WHEN ${one} > ${other} THEN ${one} ELSE ${other} END`;
const lesser = (one: string, other: string) =>
  `CASE WHEN ${one} < ${other} THEN ${one} ELSE ${other} END`;
const count = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

/** What each session is worth within the range, whose instants are `lo` and `hi`. */
const FIGURES_SQL = `SELECT product_id, model, COUNT(*) AS count,
    ${count('started_at >= lo')} AS grants,
    ${count('ended_at IS NULL OR ended_at >= hi')} AS open_at_end,
    ${count('closed_by = 1 AND ended_at >= lo AND ended_at < hi')} AS timeouts,
    ${count('closed_by = 2 AND ended_at >= lo AND ended_at < hi')} AS server_restart,
    ${count('closed_by = 3 AND ended_at >= lo AND ended_at < hi')} AS presumed_lost,
    CAST(json_group_array(ended_at - started_at) FILTER (WHERE ended_at IS NOT NULL) AS text)
      AS lengths,
    COUNT(DISTINCT user_id) AS users, COUNT(DISTINCT host_id) AS hosts,
    SUM(quantity * ${greater('0', '(early - begins)')}) AS low_ms,
    SUM(quantity * ${greater('0', '(late - begins)')}) AS high_ms
  FROM (SELECT *, ${greater('started_at', 'lo')} AS begins,
      ${lesser('COALESCE(ended_at, hi)', 'hi')} AS late,
      ${lesser('COALESCE(ended_at, hi) - end_uncertainty_ms', 'hi')} AS early
    FROM touched) AS bounded
  GROUP BY product_id, model`;

const NAMES_SQL = `SELECT f.*, p.code, p.editor FROM figures f JOIN products p ON p.id = f.product_id`;

/** Counts sessions in the database: to read all of a year takes a hundred times as long. */
export class SessionFiguresReader {
  constructor(private readonly query: Query) {}

  /** Sessions that were open at some instant of the range, and those of no length within it. */
  async read(filter: FiguresFilter): Promise<SessionFigures[]> {
    const { from, to } = filter;
    const kept = [ofProducts('x.product_id', filter.products), ...matchNames(filter)];
    const parts = touching(from, to).map((part) => toPart(filter, allOf([part, ...kept])));
    const touched = parts.map(({ sql }) => sql).join(' UNION ALL ');
    const rows = await this.query(
      `WITH touched AS (${touched}), figures AS (${FIGURES_SQL}) ${NAMES_SQL}`,
      parts.flatMap(({ parameters }) => parameters),
    );
    return rows.map(toFigures);
  }
}

function toPart({ from, to }: FiguresFilter, where: Where): Where {
  return {
    sql: `SELECT ${COLUMNS}, CAST(? AS bigint) AS lo, CAST(? AS bigint) AS hi
      FROM license_sessions x ${JOINS} WHERE ${where.sql}`,
    parameters: [from, to, ...where.parameters],
  };
}

function toFigures(row: Cells): SessionFigures {
  const numberOf = (column: string) => Number(row[column]);
  return {
    product: String(row['code']),
    editor: textOrNull(row['editor']),
    model: MODEL.toName(numberOf('model')),
    count: numberOf('count'),
    grants: numberOf('grants'),
    openAtEnd: numberOf('open_at_end'),
    timeouts: numberOf('timeouts'),
    presumedLost: numberOf('presumed_lost'),
    serverRestart: numberOf('server_restart'),
    lengths: JSON.parse(String(row['lengths'] ?? '[]')) as number[],
    users: numberOf('users'),
    hosts: numberOf('hosts'),
    lowMs: numberOf('low_ms'),
    highMs: numberOf('high_ms'),
  };
}
