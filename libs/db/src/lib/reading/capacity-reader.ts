import type { LicenseModel } from '@license-monitor/log-parser';
import { CAPACITY_SOURCE, MODEL, type CapacitySource } from '../codes';
import { numberOrNull, textOrNull, type Cells, type Query } from './query';
import type { NameFilter } from './rows';
import { allOf, among, type Where } from './where';

/** Seats of one product that are given from one stock, as a report says. */
export interface CapacityPoolInfo {
  readonly product: string;
  /** Null: the source did not say; then the pool is of the product of any editor. */
  readonly editor: string | null;
  /** `unknown`: the source did not say. */
  readonly model: LicenseModel;
  /** Null: without limit. */
  readonly seats: number | null;
  readonly validFrom: number | null;
  /** Exclusive; null: no end, or one that cannot be read. */
  readonly validTo: number | null;
  /** Tells the pool from others of the same report. */
  readonly key: string;
  /** The end as the source writes it. */
  readonly expires: string | null;
}

/** How much of a product a server said was in use at an instant. */
export interface UseSnapshotInfo {
  readonly server: string;
  readonly product: string;
  readonly editor: string | null;
  readonly model: LicenseModel;
  /** UTC milliseconds. */
  readonly at: number;
  readonly inUse: number;
}

/** What one source said a server or cluster has. */
export interface CapacityReportInfo {
  readonly id: number;
  /** Name of the cluster, or of the server that stands alone. */
  readonly server: string;
  readonly source: CapacitySource;
  /** Name of the file, or of the tool, that it came from. */
  readonly origin: string;
  /** UTC milliseconds. */
  readonly takenAt: number;
  /** When an equal report was taken last. */
  readonly lastSeenAt: number;
  readonly pools: readonly CapacityPoolInfo[];
}

/** A source that gave no answer. */
export interface CapacityFailureInfo {
  readonly server: string;
  /** Null where the content does not even tell what it is. */
  readonly source: CapacitySource | null;
  readonly origin: string;
  /** UTC milliseconds, of the last time. */
  readonly at: number;
  readonly reason: string;
  readonly text: string;
}

/** Names to keep; an empty list keeps all. */
export type CapacityFilter = Pick<NameFilter, 'servers' | 'products'>;

// A server may have joined a cluster after its report: that speaks of the cluster's pool then.
const SERVERS_SQL = `JOIN servers s ON s.id = x.server_id LEFT JOIN servers k ON k.id = s.cluster_id`;
const SERVER_NAME = 'COALESCE(k.name, s.name)';

/** Reads what the site was said to own. */
export class CapacityReader {
  constructor(private readonly query: Query) {}

  /**
   * All reports of the servers, in the order in which they were taken. Each is there even where the
   * filter leaves none of its pools: then it says that there are no seats of those products.
   */
  async reports({ servers, products }: CapacityFilter): Promise<CapacityReportInfo[]> {
    const where = allOf([among(SERVER_NAME, servers)]);
    const pools = await this.pools(allOf([among(SERVER_NAME, servers), among('p.code', products)]));
    const rows = await this.query(
      `SELECT x.*, ${SERVER_NAME} AS server FROM capacity_reports x ${SERVERS_SQL}
       WHERE ${where.sql} ORDER BY x.taken_at, x.id`,
      where.parameters,
    );
    return rows.map((row) => ({
      id: Number(row['id']),
      server: String(row['server']),
      source: CAPACITY_SOURCE.toName(Number(row['source'])),
      origin: String(row['origin']),
      takenAt: Number(row['taken_at']),
      lastSeenAt: Number(row['last_seen_at']),
      pools: pools.get(Number(row['id'])) ?? [],
    }));
  }

  /** What the servers themselves said was in use within [from, to), in order of time. */
  async useSnapshots(filter: CapacityFilter, from: number, to: number): Promise<UseSnapshotInfo[]> {
    const where = allOf([
      { sql: 'x.at >= ? AND x.at < ?', parameters: [from, to] },
      among(SERVER_NAME, filter.servers),
      among('p.code', filter.products),
    ]);
    const rows = await this.query(
      `SELECT x.*, p.code, p.editor, ${SERVER_NAME} AS server FROM use_snapshots x ${SERVERS_SQL}
         JOIN products p ON p.id = x.product_id
       WHERE ${where.sql} ORDER BY x.at`,
      where.parameters,
    );
    return rows.map((row) => ({
      server: String(row['server']),
      product: String(row['code']),
      editor: textOrNull(row['editor']),
      model: MODEL.toName(Number(row['model'])),
      at: Number(row['at']),
      inUse: Number(row['in_use']),
    }));
  }

  /** The failures that are kept, the last one first. */
  async failures(servers: readonly string[] = []): Promise<CapacityFailureInfo[]> {
    const where = allOf([among(SERVER_NAME, servers)]);
    const rows = await this.query(
      `SELECT x.*, ${SERVER_NAME} AS server FROM capacity_failures x ${SERVERS_SQL}
       WHERE ${where.sql} ORDER BY x.at DESC, x.id DESC`,
      where.parameters,
    );
    return rows.map((row) => {
      const source = numberOrNull(row['source']);
      return {
        server: String(row['server']),
        source: source === null ? null : CAPACITY_SOURCE.toName(source),
        origin: String(row['origin']),
        at: Number(row['at']),
        reason: String(row['reason']),
        text: String(row['text']),
      };
    });
  }

  private async pools(where: Where): Promise<ReadonlyMap<number, CapacityPoolInfo[]>> {
    const rows = await this.query(
      `SELECT c.*, p.code, p.editor FROM capacity_pools c
         JOIN capacity_reports x ON x.id = c.report_id ${SERVERS_SQL}
         JOIN products p ON p.id = c.product_id
       WHERE ${where.sql} ORDER BY c.id`,
      where.parameters,
    );
    const byReport = new Map<number, CapacityPoolInfo[]>();
    for (const row of rows) {
      const id = Number(row['report_id']);
      const list = byReport.get(id);
      if (list === undefined) byReport.set(id, [toPool(row)]);
      else list.push(toPool(row));
    }
    return byReport;
  }
}

function toPool(row: Cells): CapacityPoolInfo {
  return {
    product: String(row['code']),
    editor: textOrNull(row['editor']),
    model: MODEL.toName(Number(row['model'])),
    seats: numberOrNull(row['seats']),
    validFrom: numberOrNull(row['valid_from']),
    validTo: numberOrNull(row['valid_to']),
    key: String(row['pool_key']),
    expires: textOrNull(row['expires']),
  };
}
