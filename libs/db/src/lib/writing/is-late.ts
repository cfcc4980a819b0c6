import { REMEMBERED_MS } from '@license-monitor/sessions';
import type { QueryRunner } from '../engine/query-runner';
import type { Arrival } from './chunk';

/**
 * How much older than the lines of another member of the cluster a line may be, in milliseconds.
 * Members that are followed side by side tell in the order of things, though the clock of one may be
 * an hour behind, or its zone be set wrongly. Of a backlog one member's is read before the next one's:
 * the fold bears that for as long as it remembers. An import has the stamps alone to go by.
 */
const MEMBER_LAG_MS: Readonly<Record<Arrival, number>> = {
  live: 24 * 60 * 60_000,
  backlog: REMEMBERED_MS,
  import: 0,
};

export interface EventPlace {
  readonly serverId: number;
  readonly streamId: number;
  /** The other members of the server's cluster, and the cluster itself. */
  readonly others: readonly number[];
  readonly arrival: Arrival;
}

const LATEST_SQL = `SELECT
    (SELECT MAX(last_line_at) FROM log_streams WHERE server_id = ?1 AND id <> ?2) AS own,
    (SELECT MAX(last_line_at) FROM log_streams
      WHERE server_id IN (SELECT value FROM json_each(?3))) AS others`;

/** Whether an event is late: another file of the server, or its cluster, was read beyond it. */
export async function isLate(
  runner: QueryRunner,
  at: number,
  { serverId, streamId, others, arrival }: EventPlace,
): Promise<boolean> {
  const [latest] = (await runner.query(LATEST_SQL, [
    serverId,
    streamId,
    JSON.stringify(others),
  ])) as { own: number | null; others: number | null }[];
  const own = latest?.own ?? -Infinity;
  return own > at || (latest?.others ?? -Infinity) - MEMBER_LAG_MS[arrival] > at;
}
