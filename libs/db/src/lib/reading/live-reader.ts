import type { LicenseModel } from '@license-monitor/log-parser';
import { MODEL } from '../codes';
import { openForReading, type Reading } from '../data-source';
import type { FollowCounts } from '../follow-counts';
import type { MonitorStatus } from '../writing/live-writer';
import type { NameFilter, SessionRow } from './rows';
import { allOf, among, type Where } from './where';

/** What is in use of one product under one licence model. */
export interface InUseRow {
  readonly product: string;
  readonly editor: string | null;
  readonly model: LicenseModel;
  readonly sessions: number;
  readonly licenses: number;
  readonly users: number;
  readonly hosts: number;
}

/** The names of the live store are written out, so they are compared as they stand. */
function matchLiveNames({ products, users, hosts, servers }: NameFilter): Where {
  const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase());
  return allOf([
    among('product', products),
    among('lower("user")', lower(users)),
    among('lower(host)', lower(hosts)),
    among('server', servers),
  ]);
}

/** A character that no name has, as SQL. */
const BETWEEN = `'\u001f'`;
const SERVER_USER = `server || ${BETWEEN} || "user"`;

/** Reads the sessions that are open now; can never write them. */
export class LiveReader {
  private constructor(private readonly store: Reading) {}

  /** @param place path of an existing live store, or URL of its PostgreSQL database. */
  static async open(place: string): Promise<LiveReader> {
    return new LiveReader(await openForReading('live', place));
  }

  async close(): Promise<void> {
    await this.store.close();
  }

  /** A number that changes whenever the monitor has committed; costs next to nothing to ask. */
  version(): Promise<number> {
    return this.store.version();
  }

  /** Id of the last history event that the open sessions include, as they do all before it. */
  lastEventId(): Promise<number> {
    return this.store.lastEventId();
  }

  /** Open sessions, the longest open first. */
  activeSessions(filter: NameFilter): Promise<SessionRow[]> {
    const { sql, parameters } = matchLiveNames(filter);
    return this.sessions(`WHERE ${sql} ORDER BY started_at NULLS FIRST, id`, parameters);
  }

  /** The open sessions whose start is known and longest ago. */
  longestOpen(limit: number): Promise<SessionRow[]> {
    const rest = 'WHERE started_at IS NOT NULL ORDER BY started_at, id LIMIT ?';
    return this.sessions(rest, [limit]);
  }

  private async sessions(
    rest: string,
    parameters: readonly (string | number)[],
  ): Promise<SessionRow[]> {
    const rows = await this.store.query<Record<string, string | number | null>>(
      `SELECT * FROM active_sessions ${rest}`,
      parameters,
    );
    return rows.map((row) => ({
      id: Number(row['id']),
      server: String(row['server']),
      product: String(row['product']),
      editor: row['editor'] === '' ? null : String(row['editor']),
      user: String(row['user']),
      host: String(row['host']),
      display: row['display'] === null ? null : String(row['display']),
      clientId: row['client_id'] === null ? null : Number(row['client_id']),
      model: MODEL.toName(Number(row['model'])),
      quantity: Number(row['quantity']),
      startedAt: row['started_at'] === null ? null : Number(row['started_at']),
      endedAt: null,
      endUncertaintyMs: 0,
      closedBy: null,
      endEventId: null,
      uncertainSince: row['uncertain_since'] === null ? null : Number(row['uncertain_since']),
      // Only an end can come before a start.
      isNegative: false,
    }));
  }

  /** What is in use per product and licence model; the same four figures as `countInUse`. */
  async inUse(filter: NameFilter): Promise<InUseRow[]> {
    const where = matchLiveNames(filter);
    const rows = await this.store.query<Record<string, string | number>>(
      `SELECT product, editor, model, COUNT(*) AS sessions, SUM(quantity) AS quantity,
         COUNT(DISTINCT ${SERVER_USER} || ${BETWEEN} || COALESCE(CAST(client_id AS text), '')) AS seats,
         COUNT(DISTINCT ${SERVER_USER}) AS holders,
         COUNT(DISTINCT "user") AS users, COUNT(DISTINCT host) AS hosts
       FROM active_sessions WHERE ${where.sql} GROUP BY product, editor, model
       ORDER BY product, editor, model`,
      where.parameters,
    );
    return rows.map((row) => ({
      product: String(row['product']),
      editor: row['editor'] === '' ? null : String(row['editor']),
      model: MODEL.toName(Number(row['model'])),
      sessions: Number(row['sessions']),
      licenses: Number(row[licensesColumn(MODEL.toName(Number(row['model'])))]),
      users: Number(row['users']),
      hosts: Number(row['hosts']),
    }));
  }

  /** Distinct people who hold anything now. */
  async countUsers(): Promise<number> {
    const [row] = await this.store.query<{ users: number }>(
      'SELECT COUNT(DISTINCT "user") AS users FROM active_sessions',
    );
    return row?.users ?? 0;
  }

  /** What the monitor last said of itself, per licence server. */
  async statuses(): Promise<MonitorStatus[]> {
    const rows = await this.store.query<StatusRow>(
      `SELECT server, state, problem, reported_at AS "reportedAt", log_directory AS "logDirectory",
         log_pattern AS "logPattern", bytes_total AS "bytesTotal", bytes_read AS "bytesRead",
         counts FROM monitor_status ORDER BY server`,
    );
    return rows.map(({ counts, ...status }) => ({ ...status, counts: toCounts(counts) }));
  }
}

type StatusRow = Omit<MonitorStatus, 'counts'> & { readonly counts: string | null };

const toCounts = (text: string | null) =>
  text === null ? null : (JSON.parse(text) as FollowCounts);

/** Which count is the licences in use (log-format.md §6.2). */
function licensesColumn(model: LicenseModel): 'quantity' | 'holders' | 'seats' {
  switch (model) {
    case 'Token':
    case 'Credit':
      return 'quantity';
    case 'NamedUser':
      return 'holders';
    case 'ConcurrentUser':
    case 'unknown':
      return 'seats';
  }
}
