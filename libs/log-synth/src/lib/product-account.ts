import type { Grant } from './grant';
import type { ProductSpec } from './scenario';
import { Seats } from './seats';
import type { ProductTruth, SessionTruth } from './truth';

/** A session while the account still writes to it. */
type OpenSession = { -readonly [Key in keyof SessionTruth]: SessionTruth[Key] };

interface Holding {
  readonly session: OpenSession;
  readonly grant: Grant;
}

/** Keeps the truth of one product, event by event. */
export class ProductAccount {
  readonly #product: ProductSpec;
  readonly #seats: Seats;
  /** By session id, oldest first. */
  readonly #open = new Map<string, Holding[]>();
  #openQuantity = 0;
  #openSessions = 0;
  #accountedUntil: number;
  #grants = 0;
  #denials = 0;
  #peakLicenses = 0;
  #peakAt: number | null = null;
  #licenseMs = 0;
  #sessionMs = 0;

  /** @param from epoch ms from which licence time is counted. */
  constructor(product: ProductSpec, from: number) {
    this.#product = product;
    this.#seats = new Seats(product.model);
    this.#accountedUntil = from;
  }

  /** Opens a session at an instant (epoch ms). */
  open(grant: Grant, at: number): SessionTruth {
    this.#advance(at);
    const session = this.#sessionOf(grant, at);
    const { sessionId } = session;
    const nested = this.#open.get(sessionId);
    if (nested === undefined) this.#open.set(sessionId, [{ session, grant }]);
    else nested.push({ session, grant });
    this.#grants += 1;
    this.#openSessions += 1;
    this.#openQuantity += grant.quantity;
    this.#seats.take(grant);
    if (this.#seats.inUse > this.#peakLicenses) {
      this.#peakLicenses = this.#seats.inUse;
      this.#peakAt = at;
    }
    return session;
  }

  /** Closes the oldest open session of an id at an instant (epoch ms). */
  close(sessionId: string, at: number, closedBy: 'detachment' | 'timeout'): SessionTruth {
    this.#advance(at);
    const holdings = this.#open.get(sessionId);
    const oldest = holdings?.shift();
    if (oldest === undefined) throw new Error(`No session ${sessionId} is open.`);
    if (holdings?.length === 0) this.#open.delete(sessionId);
    this.#openSessions -= 1;
    this.#openQuantity -= oldest.grant.quantity;
    this.#seats.giveBack(oldest.grant);
    oldest.session.endedAt = at;
    oldest.session.closedBy = closedBy;
    return oldest.session;
  }

  /** Counts a refusal. */
  deny(): void {
    this.#denials += 1;
  }

  /** What is true up to an instant (epoch ms) not before the last event. */
  truth(until: number): ProductTruth {
    this.#advance(until);
    return {
      product: this.#product.code,
      editor: this.#product.editor,
      model: this.#product.model,
      grants: this.#grants,
      denials: this.#denials,
      peakLicenses: this.#peakLicenses,
      peakAt: this.#peakAt,
      licenseMs: this.#licenseMs,
      sessionMs: this.#sessionMs,
      openSessions: this.#openSessions,
      licensesInUse: this.#seats.inUse,
    };
  }

  #advance(at: number): void {
    const elapsed = at - this.#accountedUntil;
    this.#licenseMs += this.#seats.inUse * elapsed;
    this.#sessionMs += this.#openQuantity * elapsed;
    this.#accountedUntil = at;
  }

  #sessionOf({ quantity, client }: Grant, startedAt: number): OpenSession {
    const { user, host, display, computerId } = client.workplace;
    return {
      product: this.#product.code,
      editor: this.#product.editor,
      model: this.#product.model,
      quantity,
      user,
      host,
      display,
      computerId,
      sessionId: client.sessionId,
      startedAt,
      endedAt: null,
      closedBy: null,
    };
  }
}
