import type { QueryRunner } from 'typeorm';

/**
 * Members of a cluster are followed side by side, and the clock of one may be an hour behind, or its
 * zone be set wrongly: only what is a day older than another's lines is late, in milliseconds.
 */
const MEMBER_LAG_MS = 24 * 60 * 60_000;

export interface EventPlace {
  readonly serverId: number;
  readonly streamId: number;
  /** The other members of the server's cluster, and the cluster itself. */
  readonly others: readonly number[];
}

const LATEST_SQL = `SELECT
    (SELECT MAX(last_line_at) FROM log_streams WHERE server_id = ?1 AND id <> ?2) AS own,
    (SELECT MAX(last_line_at) FROM log_streams
      WHERE server_id IN (SELECT value FROM json_each(?3))) AS others`;

/** Whether an event is late: another file of the server, or its cluster, was read beyond it. */
export async function isLate(
  runner: QueryRunner,
  at: number,
  { serverId, streamId, others }: EventPlace,
): Promise<boolean> {
  const [latest] = (await runner.query(LATEST_SQL, [
    serverId,
    streamId,
    JSON.stringify(others),
  ])) as { own: number | null; others: number | null }[];
  const own = latest?.own ?? -Infinity;
  return own > at || (latest?.others ?? -Infinity) - MEMBER_LAG_MS > at;
}
