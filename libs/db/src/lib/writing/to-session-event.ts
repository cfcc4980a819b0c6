import type { Seat, SessionEvent } from '@license-monitor/sessions';
import type { NewEvent } from './chunk';

/** Whose log an event is from. */
export interface EventSource {
  /** The server, or its cluster. */
  readonly serverId: number;
  /** The member of the cluster; null where the server stands alone. */
  readonly member: number | null;
}

/** The part of an event that sessions are folded from; undefined where it has none. */
export function toSessionEvent(
  event: NewEvent,
  id: number,
  { serverId, member }: EventSource,
): SessionEvent | undefined {
  const { type, at } = event;
  switch (type) {
    case 'serverStart':
    case 'serverStop':
      return { type, id, at, serverId, member };
    case 'grant':
    case 'detachment':
    case 'timeout': {
      const seat = toSeat(event, serverId);
      return seat && { type, id, at, seat, member };
    }
    case 'denial':
    case 'suspend':
    case 'resume':
      return undefined;
  }
}

function toSeat(event: NewEvent, serverId: number): Seat | undefined {
  const { productId, sessionId, userId, hostId, clientId } = event;
  if (productId === null) return undefined;
  const model = event.model ?? 'unknown';
  // A line without a count is taken for one licence; its `faults` say so.
  const quantity = event.quantity ?? 1;
  return { serverId, productId, sessionId, userId, hostId, clientId, model, quantity };
}
