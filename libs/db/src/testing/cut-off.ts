import type { HistoryWriter } from '../lib/writing/history-writer';

/** How long the server may take to end a connection, in milliseconds. */
const END_MS = 30_000;

/** Ends the connection that a history in PostgreSQL is written by, as a broken network does. */
export async function cutOff(
  { runner }: HistoryWriter,
  { runner: other }: HistoryWriter,
): Promise<void> {
  const [row] = (await runner.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
  await other.query('SELECT pg_terminate_backend(?, ?)', [row?.pid, END_MS]);
}
