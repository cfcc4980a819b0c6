/** A statement in PostgreSQL's words. */
export interface PostgresStatement {
  readonly sql: string;
  /** Places of parameters that are JSON lists. */
  readonly lists: ReadonlySet<number>;
}

/** Literals and names stay as they are; the rest are the words that differ. */
const WORDS =
  /'(?:[^']|'')*'|"[^"]*"|IN \(SELECT value FROM json_each\(\?(?<list>\d*)\)\)|IN \(SELECT \* FROM \(|INDEXED BY \w+|\b(?:instr|json_group_array|json_array)\(|\?(?<place>\d*)/g;

const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['IN (SELECT * FROM (', '= ANY (ARRAY('],
  ['instr(', 'strpos('],
  ['json_group_array(', 'json_agg('],
  ['json_array(', 'json_build_array('],
]);

/** Statements are few; what holds them must not grow with filters that are put together. */
const MAX_REMEMBERED = 1_000;

const remembered = new Map<string, PostgresStatement>();

/**
 * Translates a statement of this library from SQLite's words to PostgreSQL's:
 *
 * - `?` and `?2` become `$1`, `$2`; the two are not mixed in one statement.
 * - `IN (SELECT value FROM json_each(?))` becomes `= ANY ($1)`, its parameter an array.
 * - `IN (SELECT * FROM (…))` becomes `= ANY (ARRAY(…))`: what is in it is found first, and an index of it
 *   serves; else all rows would be read and joined.
 * - functions get the names that `OTHER_WORDS` says.
 * - `INDEXED BY`, a hint, is left out.
 */
export function toPostgres(sql: string): PostgresStatement {
  const known = remembered.get(sql);
  if (known !== undefined) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const statement = translate(sql);
  remembered.set(sql, statement);
  return statement;
}

function translate(text: string): PostgresStatement {
  const lists = new Set<number>();
  let count = 0;
  const numberOf = (written: string) => (written === '' ? ++count : Number(written));
  const sql = text.replace(WORDS, (word, list?: string, place?: string) => {
    if (list !== undefined) {
      const number = numberOf(list);
      lists.add(number - 1);
      return `= ANY ($${number})`;
    }
    if (place !== undefined) return `$${numberOf(place)}`;
    return word.startsWith('INDEXED') ? '' : (OTHER_WORDS.get(word) ?? word);
  });
  return { sql, lists };
}

/** What PostgreSQL cannot hold in a text; it stands for a character that nobody knows. */
const withoutNul = (value: unknown) =>
  typeof value === 'string' && value.includes('\u0000')
    ? value.replaceAll('\u0000', '\ufffd')
    : value;

/** The parameters of a statement as its translation wants them. */
export function toPostgresParameters(
  { lists }: PostgresStatement,
  parameters: readonly unknown[],
): unknown[] {
  return parameters.map((value, at) =>
    lists.has(at) ? (JSON.parse(String(value)) as unknown[]).map(withoutNul) : withoutNul(value),
  );
}
