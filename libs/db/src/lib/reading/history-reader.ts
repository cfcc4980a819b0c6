import { DENIAL_REASON, EVENT_TYPE, TIME_FLAG } from '../codes';
import type { Reading, ReadingOptions } from '../data-source';
import { isPostgres } from '../engine/place';
import { PostgresReading } from '../engine/postgres-reading';
import { CapacityReader } from './capacity-reader';
import { CoverageReader } from './coverage-reader';
import { DenialReader } from './denial-reader';
import { DoubtReader } from './doubt-reader';
import { LINES_SQL, toLineRow, type LineRow } from './line-rows';
import { NameReader } from './name-reader';
import { ReadingPool } from './reading-pool';
import { numberOrNull, textOrNull, type Cells } from './query';
import type {
  ByteLedger,
  DenialRow,
  EventColumn,
  EventFilter,
  EventRow,
  LineTotals,
  ListOrder,
  LogFileRow,
  PagePosition,
  ServerInfo,
} from './rows';
import { SessionFiguresReader } from './session-figures-reader';
import { SessionReader } from './session-reader';
import { UseReader } from './use-reader';
import { allOf, among, behind, compare, matchNumbers, type Where } from './where';

/** The rows are chosen before their names are looked up: of a page, and not of all it is taken from. */
const eventSql = (chosen: string) => `SELECT e.id, e.type, e.at, e.time_flag, e.quantity,
    e.byte_offset, p.code, p.editor, u.name AS user, h.name AS host, s.name AS server, t.text, l.path
  FROM (SELECT * FROM license_events e ${chosen}) e
  JOIN servers s ON s.id = e.server_id
  LEFT JOIN products p ON p.id = e.product_id
  LEFT JOIN users u ON u.id = e.user_id
  LEFT JOIN clients c ON c.id = e.client_id
  LEFT JOIN hosts h ON h.id = c.host_id
  LEFT JOIN event_texts t ON t.id = e.text_id
  LEFT JOIN log_streams l ON l.id = e.stream_id`;

const COLUMNS = {
  product: 'e.product_id',
  user: 'e.user_id',
  client: 'e.client_id',
  server: 'e.server_id',
};

/** A range of so many milliseconds is read whole and put in order; a longer one is walked along. */
const SHORT_MS = 7 * 24 * 60 * 60_000;

/** Asks the history questions; can never write it. */
export class HistoryReader {
  readonly denials: DenialReader;
  readonly coverage: CoverageReader;
  readonly capacity: CapacityReader;
  readonly sessions: SessionReader;
  readonly doubts: DoubtReader;
  readonly names: NameReader;
  readonly use: UseReader;
  readonly figures: SessionFiguresReader;

  private constructor(private readonly store: Pick<Reading, 'query' | 'close'>) {
    const query = this.query.bind(this);
    this.denials = new DenialReader(query);
    this.coverage = new CoverageReader(query);
    this.capacity = new CapacityReader(query);
    this.sessions = new SessionReader(query);
    this.doubts = new DoubtReader(query);
    this.names = new NameReader(query);
    this.use = new UseReader(query);
    this.figures = new SessionFiguresReader(query);
  }

  /** @param place path of an existing history, or URL of its PostgreSQL database. */
  static async open(place: string, options: ReadingOptions = {}): Promise<HistoryReader> {
    const store = isPostgres(place)
      ? await PostgresReading.open(place, options)
      : await ReadingPool.open(place, options);
    return new HistoryReader(store);
  }

  async close(): Promise<void> {
    await this.store.close();
  }

  /** The licence servers that write logs: of a cluster its members, not the cluster. */
  async servers(): Promise<ServerInfo[]> {
    const rows = await this.query(
      `SELECT s.*, c.name AS cluster FROM servers s LEFT JOIN servers c ON c.id = s.cluster_id
       WHERE s.id NOT IN (SELECT cluster_id FROM servers WHERE cluster_id IS NOT NULL)
       ORDER BY s.id`,
    );
    return rows.map((row) => ({
      id: Number(row['id']),
      name: String(row['name']),
      timeZone: String(row['time_zone']),
      isDemo: row['is_demo'] === 1,
      cluster: textOrNull(row['cluster']),
    }));
  }

  /** The files that were read, newest first; at most `limit` of them. */
  async logFiles(limit: number): Promise<LogFileRow[]> {
    const rows = await this.query(
      `SELECT server_id AS "serverId", path, state, byte_offset AS "byteOffset",
         last_line_at AS "lastLineAt", lines, events, messages, quarantined, duplicates
       FROM log_streams WHERE state <> 'superseded'
       ORDER BY last_line_at DESC NULLS LAST, id DESC LIMIT ?`,
      [limit],
    );
    return rows as unknown as LogFileRow[];
  }

  /** How many lines of each server went where, by its id. */
  async lineTotals(): Promise<ReadonlyMap<number, LineTotals>> {
    const rows = await this.query(
      `SELECT server_id AS id, SUM(lines) AS lines, SUM(events) AS events,
         SUM(messages) AS messages, SUM(quarantined) AS quarantined, SUM(duplicates) AS duplicates
       FROM log_streams GROUP BY server_id`,
    );
    return new Map(rows.map(({ id, ...totals }) => [Number(id), totals as unknown as LineTotals]));
  }

  /** The lines of a server whose stamps lie between two others, both inclusive, in any order. */
  async linesBetween(serverId: number, fromWall: number, toWall: number): Promise<LineRow[]> {
    return (await this.query(LINES_SQL, [serverId, fromWall, toWall])).map(toLineRow);
  }

  /** What became of the bytes that were read: those of all classes add up, or some are lost. */
  async byteLedger(): Promise<ByteLedger> {
    const [row] = await this.query(
      `SELECT COALESCE(SUM(byte_offset - start_offset), 0) AS bytes,
         COALESCE(SUM(ABS(byte_offset - start_offset - event_bytes - message_bytes
           - quarantined_bytes - duplicate_bytes)), 0) AS lost,
         COALESCE(SUM(quarantined), 0) AS quarantined
       FROM log_streams`,
    );
    return {
      bytes: Number(row?.['bytes']),
      lostBytes: Number(row?.['lost']),
      quarantinedLines: Number(row?.['quarantined']),
    };
  }

  async lastEventId(): Promise<number> {
    const [row] = await this.query('SELECT MAX(id) AS id FROM license_events');
    return Number(row?.['id'] ?? 0);
  }

  /**
   * A text that is another one after any change of what is told of the past: events, lines without
   * one, seats, a server's zone or cluster, sessions that were counted anew.
   */
  async revision(): Promise<string> {
    const [read] = await this.query(
      `SELECT (SELECT MAX(id) FROM license_events) AS event,
         (SELECT SUM(byte_offset) FROM log_streams) AS bytes,
         (SELECT COUNT(*) FROM capacity_reports) AS reports,
         (SELECT COUNT(*) FROM use_snapshots) AS snapshots`,
    );
    const servers = await this.query(
      'SELECT id, name, time_zone, cluster_id, has_stale_sessions FROM servers ORDER BY id',
    );
    return JSON.stringify([read, servers]);
  }

  /** Instant of the earliest event; null while there is none. */
  async firstEventAt(): Promise<number | null> {
    const [row] = await this.query('SELECT MIN(at) AS at FROM license_events');
    return numberOrNull(row?.['at']);
  }

  /** Events of the filter, in order. */
  async events(
    filter: EventFilter,
    { column, isDescending }: ListOrder<EventColumn>,
    { after, limit }: { readonly after: PagePosition | null; readonly limit: number },
  ): Promise<EventRow[]> {
    const isById = column === 'id';
    const direction = isDescending ? 'DESC' : 'ASC';
    const where = allOf([
      isById
        ? compare(`e.id ${isDescending ? '<' : '>'} ?`, after?.id ?? null)
        : behind(['e.at', 'e.id'], after, { isDescending }),
      compare('e.at >= ?', filter.from),
      compare('e.at < ?', filter.to),
      among(
        'e.type',
        filter.types.map((type) => EVENT_TYPE.toNumber(type)),
      ),
      ...matchNumbers(filter, COLUMNS),
    ]);
    // Along the numbers a database would walk from the end of the history to a day of long ago.
    const id = isShort(filter) ? 'e.id + 0' : 'e.id';
    const orderBy = isById ? `${id} ${direction}` : `e.at ${direction}, e.id ${direction}`;
    return this.eventRows(where, orderBy, limit);
  }

  /** Refusals among the events after `after`, up to and including `last`. */
  denialsBetween(after: number, last: number): Promise<EventRow[]> {
    const where = {
      sql: 'e.id > ? AND e.id <= ? AND e.type = ?',
      parameters: [after, last, EVENT_TYPE.toNumber('denial')],
    };
    return this.eventRows(where, 'e.id');
  }

  /** Refusals since an instant, oldest first. */
  async denialsSince(from: number): Promise<DenialRow[]> {
    // The type stands in the text: only then does SQLite use the index that holds refusals alone.
    const rows = await this.query(
      `SELECT p.code, e.at, e.reason, u.name AS user FROM license_events e
         JOIN products p ON p.id = e.product_id LEFT JOIN users u ON u.id = e.user_id
       WHERE e.type = 3 AND e.at >= ? ORDER BY e.at, e.id`,
      [from],
    );
    return rows.map((row) => ({
      product: String(row['code']),
      at: Number(row['at']),
      reason: DENIAL_REASON.toName(Number(row['reason'] ?? 0)),
      user: textOrNull(row['user']),
    }));
  }

  private async eventRows(where: Where, orderBy: string, limit?: number): Promise<EventRow[]> {
    const page = limit === undefined ? '' : `ORDER BY ${orderBy} LIMIT ?`;
    const sql = `${eventSql(`WHERE ${where.sql} ${page}`)} ORDER BY ${orderBy}`;
    const parameters = limit === undefined ? where.parameters : [...where.parameters, limit];
    return (await this.query(sql, parameters)).map(toEventRow);
  }

  private query(sql: string, parameters: readonly (string | number)[] = []): Promise<Cells[]> {
    return this.store.query(sql, parameters);
  }
}

const isShort = ({ from, to }: EventFilter): boolean =>
  from !== null && to !== null && to - from <= SHORT_MS;

function toEventRow(row: Cells): EventRow {
  const timeFlag = numberOrNull(row['time_flag']);
  return {
    id: Number(row['id']),
    type: EVENT_TYPE.toName(Number(row['type'])),
    at: Number(row['at']),
    timeFlag: timeFlag === null ? null : TIME_FLAG.toName(timeFlag),
    server: String(row['server']),
    product: textOrNull(row['code']),
    editor: textOrNull(row['editor']),
    user: textOrNull(row['user']),
    host: textOrNull(row['host']),
    quantity: numberOrNull(row['quantity']),
    text: textOrNull(row['text']),
    path: textOrNull(row['path']),
    byteOffset: numberOrNull(row['byte_offset']),
  };
}
