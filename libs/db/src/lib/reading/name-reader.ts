import { toNameKey } from '../name-key';
import { numberOrNull, textOrNull, type Query } from './query';

/** A product, a person or a machine, found by a part of its name. */
export interface FoundName {
  readonly kind: 'product' | 'user' | 'host';
  readonly name: string;
  /** Of a product; null where the log did not say. */
  readonly editor: string | null;
}

/**
 * A name that begins with what was typed comes before one that only contains it. A product that a
 * refusal named without its editor is the one that is known with it.
 */
const SEARCH_SQL = `SELECT kind, name, editor FROM (
    SELECT 'product' AS kind, code AS name, lower(code) AS name_key, editor FROM products a
      WHERE editor <> '' OR NOT EXISTS (
        SELECT 1 FROM products b WHERE b.code = a.code AND b.editor <> '')
    UNION ALL SELECT 'user', name, name_key, '' FROM users
    UNION ALL SELECT 'host', name, name_key, '' FROM hosts
  ) AS names WHERE instr(name_key, ?1) > 0
  ORDER BY instr(name_key, ?1) > 1, length(name_key), name_key, kind, editor LIMIT ?2`;

/** Finds names. */
export class NameReader {
  constructor(private readonly query: Query) {}

  /** Names that contain a text, whatever its case; those that begin with it first. */
  async search(text: string, limit: number): Promise<FoundName[]> {
    const rows = await this.query(SEARCH_SQL, [toNameKey(text), limit]);
    return rows.map((row) => ({
      kind: row['kind'] as FoundName['kind'],
      name: String(row['name']),
      editor: textOrNull(row['editor']),
    }));
  }

  /** Start of the first session of a product, person or machine, in the whole history. */
  async firstSeenAt(kind: FoundName['kind'], name: string): Promise<number | null> {
    const [row] = await this.query(FIRST_SEEN_SQL[kind], [
      kind === 'product' ? name : toNameKey(name),
    ]);
    return numberOrNull(row?.['at']);
  }
}

const FIRST_SEEN_SQL: Readonly<Record<FoundName['kind'], string>> = {
  product: `SELECT MIN(x.started_at) AS at FROM license_sessions x
    JOIN products p ON p.id = x.product_id WHERE p.code = ?`,
  user: `SELECT MIN(x.started_at) AS at FROM license_sessions x
    WHERE x.user_id IN (SELECT id FROM users WHERE name_key = ?)`,
  host: `SELECT MIN(x.started_at) AS at FROM license_sessions x
    JOIN hosts h ON h.id = x.host_id WHERE h.name_key = ?`,
};
