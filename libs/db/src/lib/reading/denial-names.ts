import { textOrNull, type Query } from './query';

const KINDS = ['server', 'product', 'user', 'client', 'text'] as const;

type Kind = (typeof KINDS)[number];

/** The numbers of the names that are looked for. */
export type DenialNumbers = Readonly<Record<Kind, ReadonlySet<number>>>;

/** A member of a cluster is called as its cluster, and a client as its machine. */
const NAMES_SQL = `SELECT 'server' AS kind, s.id, COALESCE(k.name, s.name) AS name
    FROM servers s LEFT JOIN servers k ON k.id = s.cluster_id
    WHERE s.id IN (SELECT value FROM json_each(?))
  UNION ALL SELECT 'product', id, code FROM products
    WHERE id IN (SELECT value FROM json_each(?))
  UNION ALL SELECT 'user', id, name FROM users
    WHERE id IN (SELECT value FROM json_each(?))
  UNION ALL SELECT 'client', c.id, h.name FROM clients c JOIN hosts h ON h.id = c.host_id
    WHERE c.id IN (SELECT value FROM json_each(?))
  UNION ALL SELECT 'text', id, text FROM event_texts
    WHERE id IN (SELECT value FROM json_each(?))`;

/** The names in refusals by their numbers, each read once, however many refusals have it. */
export class DenialNames {
  private constructor(private readonly names: Readonly<Record<Kind, Map<number, string | null>>>) {}

  static async read(query: Query, numbers: DenialNumbers): Promise<DenialNames> {
    const names = {
      server: new Map<number, string | null>(),
      product: new Map<number, string | null>(),
      user: new Map<number, string | null>(),
      client: new Map<number, string | null>(),
      text: new Map<number, string | null>(),
    };
    const rows = await query(
      NAMES_SQL,
      KINDS.map((kind) => JSON.stringify([...numbers[kind]])),
    );
    for (const row of rows)
      names[row['kind'] as Kind].set(Number(row['id']), textOrNull(row['name']));
    return new DenialNames(names);
  }

  /** Null where there is no number, or the name is not known. */
  find(kind: Kind, id: number | null | undefined): string | null {
    return id === null || id === undefined ? null : (this.names[kind].get(id) ?? null);
  }
}
