import type { LostSession, SessionEvent } from '@license-monitor/sessions';
import type { Cell, InsertTarget, QueryRunner } from '../engine/query-runner';
import { EVENT_TYPE } from '../codes';

/** A lost session with the id of the event that closes it. */
export interface Swept extends LostSession {
  readonly id: number;
}

const SWEEPS: InsertTarget = {
  table: 'license_events',
  columns: [
    'id',
    'server_id',
    'wall_at',
    'at',
    'type',
    'product_id',
    'user_id',
    'client_id',
    'session_id',
    'text_id',
    'swept_id',
    'faults',
    'line_hash',
    'occurrence',
  ],
};

/** Occurrence 0 sets a sweep apart from every line, so the two never meet in the key. */
const NO_LINE = 0;

/** Appends one event per closed session, so the archive explains itself. */
export async function appendSweeps(
  runner: QueryRunner,
  swept: readonly Swept[],
  textIds: readonly (number | null)[],
): Promise<SessionEvent[]> {
  const rows = swept.map(({ id, session, endedAt }, index): Cell[] => [
    id,
    session.seat.serverId,
    endedAt,
    endedAt,
    EVENT_TYPE.toNumber('sweep'),
    session.seat.productId,
    session.seat.userId,
    session.seat.clientId,
    session.seat.sessionId,
    textIds[index] ?? null,
    session.id,
    0,
    session.id,
    NO_LINE,
  ]);
  await runner.insert(SWEEPS, rows);
  return swept.map(({ id, session, rule, endedAt }) => ({
    type: 'sweep',
    id,
    at: endedAt,
    rule,
    sweptId: session.id,
  }));
}
