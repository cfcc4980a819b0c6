import type { ClockState } from '@license-monitor/log-parser';
import type { QueryRunner } from '../engine/query-runner';
import type { Appended } from './append';
import type { Chunk, LogStream, StreamState } from './chunk';

/** How many lines of one chunk went where. */
export interface StreamTally {
  readonly lines: number;
  readonly events: number;
  readonly messages: number;
  readonly quarantined: number;
  readonly duplicates: number;
}

type Count = Omit<Appended<unknown>, 'stored'> & { readonly stored: readonly unknown[] };

export async function loadStreams(runner: QueryRunner, serverId: number): Promise<LogStream[]> {
  const rows = (await runner.query('SELECT * FROM log_streams WHERE server_id = ? ORDER BY id', [
    serverId,
  ])) as Record<string, string | number | Uint8Array | null>[];
  return rows.map((row) => ({
    id: Number(row['id']),
    serverId: Number(row['server_id']),
    path: String(row['path']),
    dev: String(row['dev']),
    ino: String(row['ino']),
    head: row['head'] as Uint8Array,
    anchor: row['anchor'] as Uint8Array,
    byteOffset: Number(row['byte_offset']),
    state: row['state'] as StreamState,
    clock: {
      lastWallAt: row['last_wall_at'] === null ? null : Number(row['last_wall_at']),
      isSecondPass: row['is_second_pass'] === 1,
    },
    lastLineAt: row['last_line_at'] === null ? null : Number(row['last_line_at']),
  }));
}

/** Notes where a stream's file is now and what became of it; its offset stays. */
export async function markStream(runner: QueryRunner, stream: LogStream): Promise<void> {
  await runner.query('UPDATE log_streams SET path = ?, dev = ?, ino = ?, state = ? WHERE id = ?', [
    stream.path,
    stream.dev,
    stream.ino,
    stream.state,
    stream.id,
  ]);
}

/** Occurrences that a stream has stored for its last stamp, per line hash. */
export async function countOccurrences(
  runner: QueryRunner,
  { serverId, clock, id }: LogStream,
): Promise<Map<number, number>> {
  const rows = (await runner.query(
    `SELECT line_hash AS hash, MAX(occurrence) AS count FROM (
       SELECT line_hash, occurrence FROM license_events
        WHERE server_id = ?1 AND wall_at = ?2 AND stream_id = ?3
       UNION ALL
       SELECT line_hash, occurrence FROM server_messages
        WHERE server_id = ?1 AND wall_at = ?2 AND stream_id = ?3
     ) AS lines GROUP BY line_hash`,
    [serverId, clock.lastWallAt, id],
  )) as { hash: number; count: number }[];
  return new Map(rows.map(({ hash, count }) => [hash, count]));
}

/** By the id of the stream. */
export type FileClocks = ReadonlyMap<number, FileClock>;

export interface FileClock {
  readonly clock: Readonly<ClockState>;
  /** Instant of the last line, UTC milliseconds. */
  readonly lastLineAt: number;
}

/** Stores the clocks of streams, where their lines were given other instants. */
export async function saveClocks(runner: QueryRunner, clocks: FileClocks): Promise<void> {
  for (const [id, { clock, lastLineAt }] of clocks) {
    await runner.query('UPDATE log_streams SET is_second_pass = ?, last_line_at = ? WHERE id = ?', [
      clock.isSecondPass ? 1 : 0,
      lastLineAt,
      id,
    ]);
  }
}

/** What became of a chunk's lines. */
export interface ChunkCounts {
  readonly events: Count;
  readonly messages: Count;
}

const MOVE_ON = `UPDATE log_streams SET path = ?, dev = ?, ino = ?, head = ?, anchor = ?,
    byte_offset = ?, state = 'live', last_wall_at = ?, is_second_pass = ?, last_line_at = ?,
    first_line_at = COALESCE(first_line_at, ?),
    lines = lines + ?, events = events + ?, messages = messages + ?,
    quarantined = quarantined + ?, duplicates = duplicates + ?,
    event_bytes = event_bytes + ?, message_bytes = message_bytes + ?,
    quarantined_bytes = quarantined_bytes + ?, duplicate_bytes = duplicate_bytes + ?
  WHERE id = ? AND byte_offset = ?`;

/**
 * Moves a stream's offset on, but only from where the chunk began: whoever else moved it meanwhile
 * makes the whole transaction fail.
 */
export async function saveStream(
  runner: QueryRunner,
  chunk: Chunk,
  streamId: number,
  counts: ChunkCounts,
): Promise<{ readonly stream: LogStream; readonly tally: StreamTally }> {
  const { stream: before, byteOffset, head, anchor, clock, firstLineAt, lastLineAt } = chunk;
  const tally = toTally(chunk, counts);
  if (before.id === 0) await insertEmptyStream(runner, chunk, streamId);
  const place = [before.path, before.dev, before.ino, head, anchor, byteOffset];
  const time = [clock.lastWallAt, clock.isSecondPass ? 1 : 0, lastLineAt, firstLineAt];
  const lines = [tally.lines, tally.events, tally.messages, tally.quarantined, tally.duplicates];
  const result = await runner.query(
    MOVE_ON,
    [...place, ...time, ...lines, ...toBytes(chunk, counts), streamId, before.byteOffset],
    true,
  );
  if (result.affected !== 1) {
    throw new Error(`another writer moved ${before.path}: only one monitor may write a history`);
  }
  const stream: LogStream = {
    ...before,
    id: streamId,
    byteOffset,
    head,
    anchor,
    clock,
    lastLineAt,
    state: 'live',
  };
  return { stream, tally };
}

function toTally(chunk: Chunk, { events, messages }: ChunkCounts): StreamTally {
  return {
    lines: chunk.lines,
    events: events.stored.length,
    messages: messages.stored.length,
    quarantined: chunk.quarantined.length,
    duplicates: events.refused + messages.refused,
  };
}

/** Bytes of events, messages, quarantine and duplicates, in the order of `MOVE_ON`. */
function toBytes(chunk: Chunk, { events, messages }: ChunkCounts): number[] {
  const quarantined = chunk.quarantined.reduce((sum, line) => sum + line.byteLength, 0);
  const refused = events.refusedBytes + messages.refusedBytes;
  return [events.storedBytes, messages.storedBytes, quarantined, refused];
}

async function insertEmptyStream(runner: QueryRunner, chunk: Chunk, id: number): Promise<void> {
  const { byteOffset } = chunk.stream;
  const nothing = Buffer.alloc(0);
  await runner.query(
    `INSERT INTO log_streams (id, server_id, path, dev, ino, head, anchor, start_offset,
       byte_offset, state, is_second_pass, lines, events, messages, quarantined, duplicates,
       event_bytes, message_bytes, quarantined_bytes, duplicate_bytes)
     VALUES (?, ?, '', '', '', ?, ?, ?, ?, 'live', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)`,
    [id, chunk.serverId, nothing, nothing, byteOffset, byteOffset],
  );
}
