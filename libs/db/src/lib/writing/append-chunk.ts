import type { NumberedTable, QueryRunner } from '../engine/query-runner';
import { appendEvents, appendMessages, appendQuarantine } from './append';
import type { Chunk } from './chunk';
import type { Names } from './names';

/** Appends all lines of a chunk, each to the table of its kind; tells what became of them. */
export async function appendChunk(runner: QueryRunner, names: Names, chunk: Chunk) {
  const { serverId, stream, messages, quarantined, seenAt } = chunk;
  const streamId = stream.id === 0 ? await runner.reserveIds('log_streams', 1) : stream.id;
  const targetOf = async (table: NumberedTable, { length }: readonly unknown[]) => ({
    runner,
    serverId,
    streamId,
    firstId: await runner.reserveIds(table, length),
  });
  const events = names.settle(chunk.events);
  const lines = await targetOf('quarantined_lines', quarantined);
  await appendQuarantine(lines, quarantined, seenAt);
  return {
    streamId,
    events: await appendEvents(await targetOf('license_events', events), events),
    messages: await appendMessages(await targetOf('server_messages', messages), messages),
  };
}
