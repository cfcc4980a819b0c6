import type { TimeFlag } from '@license-monitor/log-parser';
import type { QueryRunner } from '../engine/query-runner';
import { TIME_FLAG } from '../codes';
import { saveClocks, type FileClocks } from './stream-rows';

/** A line of a file as it was stamped. */
export interface StampedLine {
  readonly id: number;
  readonly isMessage: boolean;
  /** The stamp read as if it were UTC, milliseconds. */
  readonly wallAt: number;
}

/** What a stamp means now. */
export interface ConvertedLine extends StampedLine {
  /** UTC milliseconds. */
  readonly at: number;
  readonly flag: TimeFlag | null;
}

/** Says which instants the stamps of a server's files mean. */
export interface TimeConverter {
  /** Gives some lines of one file, in its order, their instants; the oldest file comes first. */
  readonly convert: (streamId: number, lines: readonly StampedLine[]) => readonly ConvertedLine[];
  /** The clock of each file behind the last line that was converted. */
  readonly clocks: FileClocks;
}

/** How many lines are held at once. */
const PAGE_LINES = 20_000;

/** The oldest file first, each as it stands. */
const LINES_SQL = `INSERT INTO stamped_lines
  SELECT ROW_NUMBER() OVER (ORDER BY first_at, stream_id, byte_offset), id, is_message, stream_id, wall_at
  FROM (SELECT *, MIN(wall_at) OVER (PARTITION BY stream_id) AS first_at FROM (
    SELECT id, 0 AS is_message, stream_id, byte_offset, wall_at
      FROM license_events WHERE server_id = ?1 AND stream_id IS NOT NULL
    UNION ALL
    SELECT id, 1, stream_id, byte_offset, wall_at FROM server_messages WHERE server_id = ?1
  ) AS stamped) AS placed`;

/** Where the first line of each file of a server is now. */
const FIRST_LINES_SQL = `UPDATE log_streams SET first_line_at = f.at
  FROM (SELECT stream_id, MIN(at) AS at FROM (
      SELECT stream_id, at FROM license_events WHERE server_id = ?1
      UNION ALL SELECT stream_id, at FROM server_messages WHERE server_id = ?1
    ) AS lines GROUP BY stream_id) AS f
  WHERE f.stream_id = log_streams.id`;

/** Closed sessions stay as long as they were: their ends are assumptions that hang on the start. */
const MOVE_SWEEPS_SQL = `UPDATE license_events AS w SET
    at = w.at + (SELECT n.at FROM license_events n WHERE n.id = w.swept_id)
      - (SELECT o.at FROM old_starts o WHERE o.id = w.swept_id)
  WHERE w.type = 8 AND w.swept_id IN (SELECT id FROM old_starts)`;

const TEMPORARY_TABLES = {
  stamped_lines: `n integer PRIMARY KEY, id bigint, is_message integer, stream_id bigint,
    wall_at bigint`,
  old_starts: 'id bigint, at bigint',
  new_times: 'id bigint, at bigint, flag integer',
};

/**
 * Gives the lines of a server other instants; run it in a transaction, with the guard of the events
 * lifted. Stamps and everything else that the log says stay.
 */
export async function rewriteTimes(
  runner: QueryRunner,
  serverId: number,
  converter: TimeConverter,
): Promise<void> {
  for (const [table, columns] of Object.entries(TEMPORARY_TABLES)) {
    await runner.query(`DROP TABLE IF EXISTS ${table}`);
    await runner.query(`CREATE TEMP TABLE ${table} (${columns})`);
  }
  await runner.query(LINES_SQL, [serverId]);
  await runner.query(
    `INSERT INTO old_starts SELECT s.id, s.at FROM license_events w
       JOIN license_events s ON s.id = w.swept_id
      WHERE w.type = 8 AND s.server_id = ?`,
    [serverId],
  );
  await convertPages(runner, converter);
  await saveClocks(runner, converter.clocks);
  await runner.query(MOVE_SWEEPS_SQL);
  await runner.query(FIRST_LINES_SQL, [serverId]);
  for (const table of Object.keys(TEMPORARY_TABLES)) await runner.query(`DROP TABLE ${table}`);
}

async function convertPages(runner: QueryRunner, { convert }: TimeConverter): Promise<void> {
  for (let from = 0; ; from += PAGE_LINES) {
    const rows = (await runner.query(
      `SELECT id, is_message, stream_id, wall_at FROM stamped_lines
       WHERE n > ? AND n <= ? ORDER BY n`,
      [from, from + PAGE_LINES],
    )) as Record<'id' | 'is_message' | 'stream_id' | 'wall_at', number>[];
    if (rows.length === 0) return;
    const byStream = new Map<number, StampedLine[]>();
    for (const row of rows) {
      const lines = byStream.get(row.stream_id) ?? [];
      byStream.set(row.stream_id, lines);
      lines.push({ id: row.id, isMessage: row.is_message === 1, wallAt: row.wall_at });
    }
    const converted = [...byStream].flatMap(([streamId, lines]) => convert(streamId, lines));
    await saveTimes(runner, converted);
  }
}

async function saveTimes(runner: QueryRunner, lines: readonly ConvertedLine[]): Promise<void> {
  await saveTimesOf(runner, lines, false);
  await saveTimesOf(runner, lines, true);
}

async function saveTimesOf(
  runner: QueryRunner,
  lines: readonly ConvertedLine[],
  areMessages: boolean,
): Promise<void> {
  const rows = lines
    .filter(({ isMessage }) => isMessage === areMessages)
    .map(({ id, at, flag }) => [id, at, flag === null ? null : TIME_FLAG.toNumber(flag)]);
  await runner.insert({ table: 'new_times', columns: ['id', 'at', 'flag'] }, rows);
  await runner.query(
    areMessages
      ? 'UPDATE server_messages AS e SET at = n.at FROM new_times AS n WHERE e.id = n.id'
      : 'UPDATE license_events AS e SET at = n.at, time_flag = n.flag FROM new_times AS n WHERE e.id = n.id',
  );
  await runner.query('DELETE FROM new_times');
}
