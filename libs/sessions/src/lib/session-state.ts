import type { Seat, Session } from './session';

/**
 * The sessions a fold still has to know: the open ones, and the swept ones, which a later real
 * end corrects. Mutable, for speed; `evolve` copies it, `evolveInPlace` does not.
 */
export class SessionState {
  private readonly open = new Map<number, Session>();
  private readonly openBySession = new Map<string, number[]>();
  private readonly openByPlace = new Map<string, number[]>();
  private readonly swept = new Map<string, Session[]>();

  /**
   * @param known open sessions, and swept ones (closed by `presumedLost` or `serverRestart`), in
   * the order of their ids.
   */
  constructor(known: Iterable<Session> = []) {
    for (const session of known) {
      if (session.endedAt === null) this.add(session);
      else this.addSwept(session);
    }
  }

  /** Open sessions in the order in which they were opened. */
  openSessions(): IterableIterator<Session> {
    return this.open.values();
  }

  get openCount(): number {
    return this.open.size;
  }

  findOpen(id: number): Session | undefined {
    return this.open.get(id);
  }

  copy(): SessionState {
    const swept = [...this.swept.values()].flat();
    return new SessionState([...this.open.values(), ...swept]);
  }

  add(session: Session): void {
    this.open.set(session.id, session);
    append(this.openBySession, sessionKey(session.seat), session.id);
    append(this.openByPlace, placeKey(session.seat), session.id);
  }

  /** Puts a changed session in the place of the one with its id. */
  replace(session: Session): void {
    this.open.set(session.id, session);
  }

  remove(session: Session): void {
    this.open.delete(session.id);
    drop(this.openBySession, sessionKey(session.seat), session.id);
    drop(this.openByPlace, placeKey(session.seat), session.id);
  }

  addSwept(session: Session): void {
    append(this.swept, sweptKey(session.seat), session);
  }

  /** Takes out the swept session that was opened first under this seat's key. */
  takeSwept(seat: Seat): Session | undefined {
    const key = sweptKey(seat);
    const first = this.swept.get(key)?.[0];
    if (first !== undefined) drop(this.swept, key, first);
    return first;
  }

  /** Open sessions with the seat's session id, oldest first; none when the seat has no id. */
  findBySession(seat: Seat): Session[] {
    return this.sessionsOf(this.openBySession.get(sessionKey(seat) ?? ''));
  }

  /** Open sessions of the seat's user on its host, oldest first. */
  findByPlace(seat: Seat): Session[] {
    return this.sessionsOf(this.openByPlace.get(placeKey(seat)));
  }

  private sessionsOf(ids: readonly number[] | undefined): Session[] {
    return (ids ?? []).flatMap((id) => this.open.get(id) ?? []);
  }
}

/** The most trusted key (log-format.md §6.3): the session id alone would mix products. */
function sessionKey(seat: Seat): string | undefined {
  return seat.sessionId === null
    ? undefined
    : `${seat.serverId} ${seat.productId} ${seat.sessionId}`;
}

function placeKey(seat: Seat): string {
  return `${seat.serverId} ${seat.productId} ${seat.userId} ${seat.hostId}`;
}

const sweptKey = (seat: Seat) => sessionKey(seat) ?? `${placeKey(seat)} ${seat.clientId}`;

function append<Value>(lists: Map<string, Value[]>, key: string | undefined, value: Value): void {
  if (key === undefined) return;
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function drop<Value>(lists: Map<string, Value[]>, key: string | undefined, value: Value): void {
  if (key === undefined) return;
  const rest = (lists.get(key) ?? []).filter((other) => other !== value);
  if (rest.length === 0) lists.delete(key);
  else lists.set(key, rest);
}
