import { query } from './query';

/** Where the stores are: paths of files, or twice the URL of a database. */
export interface StorePlaces {
  readonly history: string;
  readonly live: string;
}

type Row = Readonly<Record<string, unknown>>;

/** What is computed from the events, as it is stored. */
export interface DerivedRows {
  readonly sessions: readonly Row[];
  readonly use: readonly Row[];
  readonly active: readonly Row[];
}

export const readDerived = async ({ history, live }: StorePlaces): Promise<DerivedRows> => ({
  sessions: await query(history, 'SELECT * FROM license_sessions ORDER BY id'),
  use: await query(
    history,
    'SELECT * FROM use_days ORDER BY server_id, product_id, model, day, part',
  ),
  active: await query(live, 'SELECT * FROM active_sessions ORDER BY id'),
});

const NAMES_SQL = `JOIN servers s ON s.id = x.server_id LEFT JOIN products p ON p.id = x.product_id
  LEFT JOIN users u ON u.id = x.user_id LEFT JOIN clients c ON c.id = x.client_id
  LEFT JOIN hosts h ON h.id = c.host_id`;
const NAMES = `s.name AS server, p.editor, p.code, u.name AS "user", h.name AS host, c.computer_id,
  c.ip, c.display, x.session_id, x.model, x.quantity`;
const PLACE = 'l.path, x.byte_offset, x.byte_length, x.wall_at, x.at, x.line_hash, x.occurrence';

/** All that the history knows, with names where it has numbers that another database may give otherwise. */
const NAMED_SQL = {
  events: `SELECT ${NAMES}, ${PLACE}, x.type, x.time_flag, x.process_id, x.reason, x.faults,
      t.customer, t.slot_x, t.flag, i.text AS internal_id, g.executable, g.version, e.text
    FROM license_events x ${NAMES_SQL} LEFT JOIN log_streams l ON l.id = x.stream_id
    LEFT JOIN license_terms t ON t.id = x.terms_id LEFT JOIN internal_ids i ON i.id = x.internal_id
    LEFT JOIN programs g ON g.id = x.program_id LEFT JOIN event_texts e ON e.id = x.text_id
    WHERE x.occurrence > 0`,
  sweeps: `SELECT ${NAMES}, x.wall_at, x.at, x.type, e.text FROM license_events x ${NAMES_SQL}
    LEFT JOIN event_texts e ON e.id = x.text_id WHERE x.occurrence = 0`,
  messages: `SELECT s.name AS server, ${PLACE}, x.level, x.category, x.text FROM server_messages x
    JOIN servers s ON s.id = x.server_id JOIN log_streams l ON l.id = x.stream_id`,
  sessions: `SELECT ${NAMES}, x.started_at, x.ended_at, x.closed_by, x.end_uncertainty_ms,
      x.uncertain_since, x.is_negative, x.granted_by, x.ended_by
    FROM license_sessions x ${NAMES_SQL}`,
  use: `SELECT s.name AS server, p.editor, p.code, x.model, x.day, x.part, x.in_use_before, x.in_use,
      x.last_at, x.steps
    FROM use_days x JOIN servers s ON s.id = x.server_id JOIN products p ON p.id = x.product_id`,
  files: 'SELECT * FROM log_streams',
} as const;

/** The same of any database that holds the same. */
export async function readNamed({ history, live }: StorePlaces): Promise<Record<string, unknown>> {
  const named: Record<string, unknown> = {};
  for (const [table, sql] of Object.entries(NAMED_SQL)) {
    named[table] = inOrder(await query<Row>(history, sql));
  }
  const active = await query<Row>(live, 'SELECT * FROM active_sessions');
  named['active'] = inOrder(active.map((row) => ({ ...row, id: null, client_id: null })));
  return named;
}

/** Databases differ in where they put what is not known. */
const inOrder = (rows: readonly Row[]) =>
  rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
