import { SessionIdMint } from '../session-id-mint';
import type { Workplace } from '../workplace';
import type {
  CapacityReport,
  CaseFacts,
  CaseOrphan,
  CaseProduct,
  CaseRefusal,
  CaseSession,
  LinePlace,
} from './case-facts';

/** A session while the record still writes to it. */
type WritableSession = { -readonly [Key in keyof CaseSession]: CaseSession[Key] };

/**
 * Keeps what the lines of a script mean. The script says which session a line ends, so nothing has to
 * be found out; a script that could be understood in two ways throws a RangeError.
 */
export class CaseRecord implements CaseFacts {
  readonly sessions: WritableSession[] = [];
  readonly orphans: CaseOrphan[] = [];
  readonly refusals: CaseRefusal[] = [];
  readonly reports: CapacityReport[] = [];
  readonly #isCluster: boolean;
  readonly #mint = new SessionIdMint();
  #at = Number.NEGATIVE_INFINITY;
  #order = 0;

  /** @param isCluster whether a restart of one server leaves the sessions with the others. */
  constructor(isCluster: boolean) {
    this.#isCluster = isCluster;
  }

  /** The place of the next line, which is written at an instant (UTC ms). */
  placeOf(at: number): LinePlace {
    if (at < this.#at) throw new RangeError(`${new Date(at).toISOString()} is over already.`);
    this.#at = at;
    return { at, order: this.#order++ };
  }

  /** An id for a client program that starts at an instant (UTC ms). */
  newSessionId(at: number): string {
    return this.#mint.mint(at, '0000');
  }

  grant(
    granted: Pick<CaseSession, 'product' | 'workplace' | 'sessionId' | 'quantity'>,
    start: LinePlace,
  ): CaseSession {
    // A client that asks again is alive.
    for (const session of this.#openOf(granted)) session.uncertainSince = null;
    const session = { ...granted, start, end: null, uncertainSince: null };
    this.sessions.push(session);
    return session;
  }

  end(session: CaseSession, place: LinePlace, by: 'detachment' | 'timeout'): void {
    const [oldest] = this.#openOf(session);
    if (oldest === undefined || oldest !== session) {
      throw new RangeError(`Another session of ${session.sessionId} was open before.`);
    }
    oldest.end = { ...place, by };
    oldest.uncertainSince = null;
  }

  orphan(
    product: CaseProduct,
    workplace: Workplace,
    at: number,
  ): Pick<CaseSession, 'product' | 'workplace' | 'sessionId' | 'quantity'> {
    this.orphans.push({ product, at });
    return { product, workplace, sessionId: this.newSessionId(at), quantity: 1 };
  }

  refuse(refusal: CaseRefusal): void {
    this.refusals.push(refusal);
  }

  report(report: CapacityReport): void {
    this.reports.push(report);
  }

  /** A stop or start of a server that stands alone makes all open sessions uncertain. */
  restart(place: LinePlace): void {
    if (this.#isCluster) return;
    for (const session of this.sessions) {
      if (session.end === null) session.uncertainSince ??= place;
    }
  }

  #openOf({ product, sessionId }: Pick<CaseSession, 'product' | 'sessionId'>): WritableSession[] {
    return this.sessions.filter(
      (session) =>
        session.end === null && session.product === product && session.sessionId === sessionId,
    );
  }
}
