import { MODEL } from '../codes';
import { DAY_MS, readSteps, type UseStep } from '../use/day-steps';
import { textOrNull, type Cells, type Query } from './query';
import type { NameFilter, SessionRow } from './rows';
import { allOf, matchNames } from './where';

/** The use of one product under one model, of one server or cluster. */
export interface UseRow {
  readonly server: string;
  readonly product: string;
  readonly editor: string | null;
  readonly model: SessionRow['model'];
  /**
   * Those of the range, in order. What is in use when it begins is the first one, a millisecond
   * before; there is none where nothing is.
   */
  readonly steps: readonly UseStep[];
}

type UseFilter = Pick<NameFilter, 'products' | 'servers'>;

const USE_SQL = `SELECT d.day, d.in_use_before, d.in_use, d.steps, s.name AS server, p.code,
    p.editor, d.model
  FROM use_days d
  JOIN servers s ON s.id = d.server_id
  LEFT JOIN servers k ON k.id = s.cluster_id
  JOIN products p ON p.id = d.product_id`;

/** What was in use last of each product before a day. */
const BEFORE_SQL = `(d.server_id, d.product_id, d.model, d.day) IN
  (SELECT server_id, product_id, model, MAX(day) FROM use_days WHERE day < ?
    GROUP BY server_id, product_id, model)`;

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
    const uses = new Map<string, UseCollector>();
    for (const row of await this.read(`${before.sql} ORDER BY d.part`, before.parameters)) {
      uses.set(toKey(row), new UseCollector(row, { from, to }, Number(row['in_use'])));
    }
    for (const row of await this.read(`${within.sql} ORDER BY d.day, d.part`, within.parameters)) {
      const known = uses.get(toKey(row)) ?? new UseCollector(row, { from, to }, 0);
      uses.set(toKey(row), known);
      known.add(row);
    }
    return [...uses.values()].flatMap((use) => use.finish() ?? []);
  }

  private read(where: string, parameters: readonly (string | number)[]): Promise<Cells[]> {
    return this.query(`${USE_SQL} WHERE ${where}`, [...parameters]);
  }
}

const toKey = (row: Cells) =>
  `${String(row['server'])}\u0000${String(row['editor'])}\u0000${String(row['code'])}\u0000${String(row['model'])}`;

/** Puts the days of one product together. */
class UseCollector {
  private readonly steps: UseStep[] = [];

  constructor(
    private readonly first: Cells,
    private readonly range: { readonly from: number; readonly to: number },
    private inUse: number,
  ) {}

  add(row: Cells): void {
    const before = { from: Number(row['day']) * DAY_MS, inUse: Number(row['in_use_before']) };
    readSteps(row['steps'] as unknown as Uint8Array, before, this.steps);
  }

  finish(): UseRow | undefined {
    const { from, to } = this.range;
    const begin = this.steps.findIndex(({ at }) => at >= from);
    const end = this.steps.findLastIndex(({ at }) => at < to) + 1;
    const past = begin === -1 ? this.steps.length : begin;
    const inherited = this.steps[past - 1]?.inUse ?? this.inUse;
    const within = begin === -1 ? [] : this.steps.slice(begin, end);
    if (inherited === 0 && within.length === 0) return undefined;
    const steps =
      inherited === 0 ? within : [{ at: from - 1, inUse: inherited, isGrant: false }, ...within];
    return { ...this.identity(), steps };
  }

  private identity() {
    return {
      server: String(this.first['server']),
      product: String(this.first['code']),
      editor: textOrNull(this.first['editor']),
      model: MODEL.toName(Number(this.first['model'])),
    };
  }
}
