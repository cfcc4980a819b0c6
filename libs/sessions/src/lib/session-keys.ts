import type { Seat } from './session';

/** The most trusted key (log-format.md §6.3): the session id alone would mix products. */
export function sessionKey(seat: Seat): string | undefined {
  return seat.sessionId === null
    ? undefined
    : `${seat.serverId} ${seat.productId} ${seat.sessionId}`;
}

/** Who and where: for lines without a session id. */
export function placeKey(seat: Seat): string {
  return `${seat.serverId} ${seat.productId} ${seat.userId} ${seat.hostId}`;
}

/** Adds a value to the list of a key; nothing where there is no key. */
export function append<Value>(
  lists: Map<string, Value[]>,
  key: string | undefined,
  value: Value,
): void {
  if (key === undefined) return;
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Takes a value out of the list of a key. */
export function drop<Value>(
  lists: Map<string, Value[]>,
  key: string | undefined,
  value: Value,
): void {
  if (key === undefined) return;
  const list = lists.get(key);
  if (list === undefined) return;
  // Nearly every list has one value: no other is made for it.
  const at = list.indexOf(value);
  if (at >= 0) list.splice(at, 1);
  if (list.length === 0) lists.delete(key);
}
