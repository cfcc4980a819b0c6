import { MODEL } from '../codes';
import { DAY_MS } from '../use/day-steps';
import { StoredSteps, type StoredDay } from '../use/stored-steps';
import { textOrNull, type Cells, type Query } from './query';
import type { NameFilter, SessionRow } from './rows';
import { allOf, matchNames, type Where } from './where';

/** The use of one product under one model, of one server or cluster. */
export interface UseRow {
  readonly server: string;
  readonly product: string;
  readonly editor: string | null;
  readonly model: SessionRow['model'];
  readonly steps: StoredSteps;
}

type UseFilter = Pick<NameFilter, 'products' | 'servers'>;

/**
 * The days of every pool that there can be. Each is looked up by its key, in this order, so that only
 * days of the range are read, whatever the history holds of other times and products.
 */
const USE_SQL = `SELECT d.day, d.part, d.in_use_before, d.in_use, d.steps, s.name AS server, p.code,
    p.editor, d.model
  FROM servers s
  LEFT JOIN servers k ON k.id = s.cluster_id
  CROSS JOIN products p
  CROSS JOIN (VALUES ${MODEL.all().map((model) => `(${model})`)}) m
  CROSS JOIN use_days d`;

const IS_OF_POOL = 'd.server_id = s.id AND d.product_id = p.id AND d.model = m.column1';

/** What was in use last of each product before a day. */
const BEFORE_SQL = `d.day = (SELECT MAX(b.day) FROM use_days b WHERE b.server_id = s.id
  AND b.product_id = p.id AND b.model = m.column1 AND b.day < ?)`;

/** Reads the licences in use, step by step, as they were counted when the lines came. */
export class UseReader {
  constructor(private readonly query: Query) {}

  /** Every product that was in use within [from, to), UTC milliseconds, of each of its servers. */
  async steps(from: number, to: number, { products, servers }: UseFilter): Promise<UseRow[]> {
    const [first, last] = [Math.floor(from / DAY_MS), Math.ceil(to / DAY_MS)];
    const names = matchNames({ products, servers, users: [], hosts: [] });
    const before = allOf([{ sql: BEFORE_SQL, parameters: [first] }, ...names]);
    const within = allOf([
      { sql: 'd.day >= ? AND d.day < ?', parameters: [first, last] },
      ...names,
    ]);
    const uses = new Map<string, StoredUse>();
    for (const row of await this.read(before)) {
      uses.set(toKey(row), { row, inUse: Number(row['in_use']), days: [] });
    }
    for (const row of await this.read(within)) {
      const known = uses.get(toKey(row)) ?? { row, inUse: 0, days: [] };
      uses.set(toKey(row), known);
      known.days.push(toDay(row));
    }
    return [...uses.values()].flatMap(({ row, inUse, days }) => {
      const steps = new StoredSteps({ from, to }, inUse, days);
      return steps.isEmpty() ? [] : [{ ...toIdentity(row), steps }];
    });
  }

  /** Rows in order of time; sorted here, as a database would copy all their steps for it. */
  private async read({ sql, parameters }: Where): Promise<Cells[]> {
    const rows = await this.query(`${USE_SQL} WHERE ${IS_OF_POOL} AND ${sql}`, [...parameters]);
    const difference = (column: string, a: Cells, b: Cells) =>
      Number(a[column]) - Number(b[column]);
    return rows.sort((a, b) => difference('day', a, b) || difference('part', a, b));
  }
}

const toKey = (row: Cells) =>
  `${String(row['server'])}\u0000${String(row['editor'])}\u0000${String(row['code'])}\u0000${String(row['model'])}`;

interface StoredUse {
  readonly row: Cells;
  /** Licences in use before the first of the days. */
  readonly inUse: number;
  readonly days: StoredDay[];
}

const toDay = (row: Cells): StoredDay => ({
  from: Number(row['day']) * DAY_MS,
  inUse: Number(row['in_use_before']),
  steps: row['steps'] as unknown as Uint8Array,
});

const toIdentity = (row: Cells) => ({
  server: String(row['server']),
  product: String(row['code']),
  editor: textOrNull(row['editor']),
  model: MODEL.toName(Number(row['model'])),
});
