import type { MemberReports, Session } from '@license-monitor/sessions';
import type { Cell, InsertTarget, QueryRunner } from '../engine/query-runner';
import { MODEL, SESSION_END } from '../codes';

const SESSIONS: InsertTarget = {
  table: 'license_sessions',
  columns: [
    'id',
    'server_id',
    'product_id',
    'user_id',
    'host_id',
    'client_id',
    'session_id',
    'model',
    'quantity',
    'started_at',
    'ended_at',
    'closed_by',
    'end_uncertainty_ms',
    'end_event_id',
    'uncertain_since',
    'is_negative',
    'granted_by',
    'ended_by',
  ],
  onConflict: `(id) DO UPDATE SET
    ended_at = excluded.ended_at, closed_by = excluded.closed_by,
    end_uncertainty_ms = excluded.end_uncertainty_ms, end_event_id = excluded.end_event_id,
    uncertain_since = excluded.uncertain_since, is_negative = excluded.is_negative,
    granted_by = excluded.granted_by, ended_by = excluded.ended_by`,
};

/** Writes sessions as they are now. */
export async function saveSessions(
  runner: QueryRunner,
  sessions: readonly Session[],
): Promise<void> {
  await runner.insert(SESSIONS, sessions.map(toCells));
}

function toCells(session: Session): Cell[] {
  const { seat, reports } = session;
  return [
    session.id,
    seat.serverId,
    seat.productId,
    seat.userId,
    seat.hostId,
    seat.clientId,
    seat.sessionId,
    MODEL.toNumber(seat.model),
    seat.quantity,
    session.startedAt,
    session.endedAt,
    session.closedBy === null ? null : SESSION_END.toNumber(session.closedBy),
    session.endUncertaintyMs,
    session.endEventId,
    session.uncertainSince,
    session.isNegative ? 1 : 0,
    reports === null ? null : reports.grantedBy.join(),
    reports === null ? null : reports.endedBy.join(),
  ];
}

/** Removes sessions that are no longer any. */
export async function deleteSessions(
  runner: QueryRunner,
  sessions: readonly Session[],
): Promise<void> {
  for (const { id } of sessions)
    await runner.query('DELETE FROM license_sessions WHERE id = ?', [id]);
}

/** The columns that `toSession` reads. */
export const SESSION_COLUMNS = SESSIONS.columns.map((column) => `"${column}"`).join(', ');

export function toSession(row: Record<string, Cell>): Session {
  const numberOf = (column: string) => (row[column] === null ? null : Number(row[column]));
  const closedBy = numberOf('closed_by');
  return {
    id: Number(row['id']),
    seat: {
      serverId: Number(row['server_id']),
      productId: Number(row['product_id']),
      userId: numberOf('user_id'),
      hostId: numberOf('host_id'),
      clientId: numberOf('client_id'),
      sessionId: row['session_id'] === null ? null : String(row['session_id']),
      model: MODEL.toName(Number(row['model'])),
      quantity: Number(row['quantity']),
    },
    startedAt: numberOf('started_at'),
    endedAt: numberOf('ended_at'),
    closedBy: closedBy === null ? null : SESSION_END.toName(closedBy),
    endUncertaintyMs: Number(row['end_uncertainty_ms']),
    endEventId: numberOf('end_event_id'),
    uncertainSince: numberOf('uncertain_since'),
    isNegative: row['is_negative'] === 1,
    reports: toReports(row),
  };
}

function toReports(row: Record<string, Cell>): MemberReports | null {
  const { granted_by: grantedBy, ended_by: endedBy } = row;
  if (grantedBy === null) return null;
  return { grantedBy: toNumbers(grantedBy), endedBy: toNumbers(endedBy) };
}

const toNumbers = (cell: Cell | undefined): number[] =>
  String(cell ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map(Number);
