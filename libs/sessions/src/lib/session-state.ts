import { DownMembers, type MemberOfCluster } from './down-members';
import { RecentSessions } from './recent-sessions';
import type { Seat, Session } from './session';
import { append, drop, placeKey, sessionKey } from './session-keys';

/**
 * The sessions a fold still has to know: the open ones, the swept ones, which a later real end
 * corrects, and of clusters those that ended lately, which another member may tell of again. Mutable, for speed; `evolve` copies it, `evolveInPlace` does not.
 */
export class SessionState {
  private readonly open = new Map<number, Session>();
  private readonly openBySession = new Map<string, number[]>();
  private readonly openByPlace = new Map<string, number[]>();
  private readonly swept = new Map<string, Session[]>();
  readonly recent = new RecentSessions();
  readonly downMembers: DownMembers;

  /**
   * @param known open sessions, swept ones (closed by `presumedLost` or `serverRestart`) and, of
   * clusters, those that ended lately, each kind in its order.
   * @param downMembers the members of clusters that have stopped.
   */
  constructor(known: Iterable<Session> = [], downMembers: Iterable<MemberOfCluster> = []) {
    this.downMembers = new DownMembers(downMembers);
    for (const session of known) {
      if (session.endedAt === null) this.add(session);
      else if (session.closedBy === 'detachment' || session.closedBy === 'timeout')
        this.recent.add(session);
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
    const known = [...this.open.values(), ...swept, ...this.recent.sessions()];
    return new SessionState(known, this.downMembers.members());
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
  findBySession(seat: Seat): readonly Session[] {
    return this.sessionsOf(this.openBySession.get(sessionKey(seat) ?? ''));
  }

  /** Open sessions of the seat's user on its host, oldest first. */
  findByPlace(seat: Seat): readonly Session[] {
    return this.sessionsOf(this.openByPlace.get(placeKey(seat)));
  }

  private sessionsOf(ids: readonly number[] | undefined): readonly Session[] {
    return ids === undefined ? NONE : ids.flatMap((id) => this.open.get(id) ?? []);
  }
}

const NONE: readonly Session[] = [];

const sweptKey = (seat: Seat) => sessionKey(seat) ?? `${placeKey(seat)} ${seat.clientId}`;
