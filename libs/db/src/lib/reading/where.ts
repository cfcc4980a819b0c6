import { toNameKey } from '../name-key';
import type { NameFilter, PagePosition } from './rows';

/** A condition of a query and its parameters, which are never written into the text. */
export interface Where {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

type Parameter = string | number | null;

/** Joins conditions by AND; none at all keeps every row. */
export function allOf(conditions: readonly (Where | undefined)[]): Where {
  const given = conditions.filter((one): one is Where => one !== undefined);
  return {
    sql: given.length === 0 ? 'TRUE' : given.map(({ sql }) => sql).join(' AND '),
    parameters: given.flatMap(({ parameters }) => parameters),
  };
}

/** A condition on one value; undefined where the value is null, so nothing is asked. */
export function compare(sql: string, value: Parameter): Where | undefined {
  return value === null ? undefined : { sql, parameters: [value] };
}

/**
 * Keeps what comes behind a row of a list that is ordered by two expressions, all of it where there is
 * no such row.
 */
export function behind(
  [at, id]: readonly [string, string],
  after: PagePosition | null,
  { isDescending }: { readonly isDescending: boolean },
): Where | undefined {
  if (after === null) return undefined;
  // Behind what is not known comes nothing that is.
  if (after.at === null) return { sql: 'FALSE', parameters: [] };
  const sql = `(${at}, ${id}) ${isDescending ? '<' : '>'} (?, ?)`;
  return { sql, parameters: [after.at, after.id] };
}

/** Keeps rows whose expression is among the values; all rows where there are none. */
export function among(expression: string, values: readonly (string | number)[]): Where | undefined {
  if (values.length === 0) return undefined;
  const sql = `${expression} IN (SELECT value FROM json_each(?))`;
  return { sql, parameters: [JSON.stringify(values)] };
}

/** Keeps rows of products by their codes; all rows where there are none. */
export const ofProducts = (expression: string, codes: readonly string[]): Where | undefined =>
  within(expression, 'SELECT id FROM products WHERE', among('code', codes));

/** Where the numbers of names stand in a table. */
export interface NameColumns {
  readonly product: string;
  readonly user: string;
  readonly client: string;
  readonly server: string;
}

/**
 * The conditions of `matchNames` on the numbers of the names: they need no name tables joined, and an
 * index of the numbers serves them.
 */
export function matchNumbers(
  { products, users, hosts, servers }: NameFilter,
  columns: NameColumns,
): (Where | undefined)[] {
  return [
    ofProducts(columns.product, products),
    within(columns.user, 'SELECT id FROM users WHERE', among('name_key', users.map(toNameKey))),
    within(
      columns.client,
      'SELECT c.id FROM clients c JOIN hosts h ON h.id = c.host_id WHERE',
      among('h.name_key', hosts.map(toNameKey)),
    ),
    within(
      columns.server,
      'SELECT s.id FROM servers s LEFT JOIN servers k ON k.id = s.cluster_id WHERE',
      amongAny(['s.name', 'k.name'], servers),
    ),
  ];
}

/** Keeps what is among a few numbers, which are found first (`toPostgres`). */
function within(expression: string, select: string, named: Where | undefined): Where | undefined {
  return named && { ...named, sql: `${expression} IN (SELECT * FROM (${select} ${named.sql}))` };
}

function amongAny(expressions: readonly string[], values: readonly string[]): Where | undefined {
  const conditions = expressions.flatMap((expression) => among(expression, values) ?? []);
  if (conditions.length === 0) return undefined;
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' OR ')})`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** Conditions on the names of a row whose name tables are joined as p, u, h, s and k, the server's
 * cluster: what is asked of a cluster is asked of its members, too. */
export function matchNames({ products, users, hosts, servers }: NameFilter): (Where | undefined)[] {
  return [
    among('p.code', products),
    among('u.name_key', users.map(toNameKey)),
    among('h.name_key', hosts.map(toNameKey)),
    amongAny(['s.name', 'k.name'], servers),
  ];
}
