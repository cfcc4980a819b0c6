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

/** Every pool that there can be: all else is looked up by its key, so that no more is read than is asked. */
const POOLS_SQL = `servers s
  LEFT JOIN servers k ON k.id = s.cluster_id
  CROSS JOIN products p
  CROSS JOIN (VALUES ${MODEL.all().map((model) => `(${model})`)}) m`;

const IDENTITY = 's.name AS server, p.code, p.editor, m.column1 AS model';

const isOfPool = (days: string) =>
  `${days}.server_id = s.id AND ${days}.product_id = p.id AND ${days}.model = m.column1`;

const toDaysSql = (where: string) => `SELECT d.day, d.part, d.in_use_before, d.steps, ${IDENTITY}
  FROM ${POOLS_SQL} CROSS JOIN use_days d WHERE ${isOfPool('d')} AND ${where}`;

/** What was in use last of each pool before a day; it has none where nothing ever was. */
const toBeforeSql = (where: string) => `SELECT * FROM (SELECT ${IDENTITY},
    (SELECT b.in_use FROM use_days b WHERE ${isOfPool('b')} AND b.day < ?
      ORDER BY b.day DESC, b.part DESC LIMIT 1) AS in_use
    FROM ${POOLS_SQL} WHERE ${where}) AS pools
  WHERE in_use IS NOT NULL`;

/** Reads the licences in use, step by step, as they were counted when the lines came. */
export class UseReader {
  constructor(private readonly query: Query) {}

  /** Every product that was in use within [from, to), UTC milliseconds, of each of its servers. */
  async steps(from: number, to: number, { products, servers }: UseFilter): Promise<UseRow[]> {
    const [first, last] = [Math.floor(from / DAY_MS), Math.ceil(to / DAY_MS)];
    const names = matchNames({ products, servers, users: [], hosts: [] });
    const uses = new Map<string, StoredUse>();
    for (const row of await this.readBefore(first, allOf(names))) {
      uses.set(toKey(row), { row, inUse: Number(row['in_use']), days: [] });
    }
    const range = { sql: 'd.day >= ? AND d.day < ?', parameters: [first, last] };
    for (const row of await this.readDays(allOf([range, ...names]))) {
      const known = uses.get(toKey(row)) ?? { row, inUse: 0, days: [] };
      uses.set(toKey(row), known);
      known.days.push(toDay(row));
    }
    return [...uses.values()].flatMap(({ row, inUse, days }) => {
      const steps = new StoredSteps({ from, to }, inUse, days);
      return steps.isEmpty() ? [] : [{ ...toIdentity(row), steps }];
    });
  }

  private readBefore(day: number, { sql, parameters }: Where): Promise<Cells[]> {
    return this.query(toBeforeSql(sql), [day, ...parameters]);
  }

  /** In order of time; sorted here, as a database would copy all their steps for it. */
  private async readDays({ sql, parameters }: Where): Promise<Cells[]> {
    const rows = await this.query(toDaysSql(sql), [...parameters]);
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
