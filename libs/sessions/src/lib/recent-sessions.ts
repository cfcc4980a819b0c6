import type { Seat, Session } from './session';
import { append, drop, sessionKey } from './session-keys';

/** The clocks of a cluster's members differ by up to an hour (log-format.md §6.4), in milliseconds. */
export const CLOCK_TOLERANCE_MS = 60 * 60_000;

/** How long an ended session is remembered: one clock may be ahead, another behind. */
export const REMEMBERED_MS = 2 * CLOCK_TOLERANCE_MS;

/** Sessions of clusters that ended lately: another member may still tell of their grant or end. */
export class RecentSessions {
  private readonly byId = new Map<number, Session>();
  private readonly byKey = new Map<string, number[]>();
  private latest = -Infinity;

  /** Remembers an ended session, and forgets those that ended long before it. */
  add(session: Session): void {
    if (this.byId.has(session.id)) return this.replace(session);
    this.byId.set(session.id, session);
    append(this.byKey, sessionKey(session.seat), session.id);
    this.latest = Math.max(this.latest, session.endedAt ?? -Infinity);
    this.forgetOld();
  }

  /** Puts a changed session in the place of the one with its id. */
  replace(session: Session): void {
    this.byId.set(session.id, session);
  }

  remove(session: Session): void {
    this.byId.delete(session.id);
    drop(this.byKey, sessionKey(session.seat), session.id);
  }

  /** Those with the seat's session id, in the order in which they ended. */
  find(seat: Seat): Session[] {
    const ids = this.byKey.get(sessionKey(seat) ?? '') ?? [];
    return ids.flatMap((id) => this.byId.get(id) ?? []);
  }

  sessions(): IterableIterator<Session> {
    return this.byId.values();
  }

  private forgetOld(): void {
    for (const session of this.byId.values()) {
      if ((session.endedAt ?? 0) >= this.latest - REMEMBERED_MS) return;
      this.remove(session);
    }
  }
}
