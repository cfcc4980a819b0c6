import { SECOND_MS } from './durations';
import { usageFields, type ClientSession, type ClientTail, type Grant } from './grant';
import { denialEntry, endEntry, grantEntry } from './license-entry';
import type { Random } from './random';
import type { LogVariant, ProductSpec } from './scenario';
import { Seats } from './seats';
import { SessionIdMint } from './session-id-mint';
import type { Simulation } from './simulation';
import type { Workplace } from './workplace';

/** A request for a licence. */
export interface Wish {
  readonly product: ProductSpec;
  readonly workplace: Workplace;
  readonly quantity: number;
  /** The running program that asks, or null for a new one. */
  readonly client: ClientSession | null;
}

const V5_EDITOR = 'Dassault Systemes V5';
const ORIGIN_V5 = '0000';
const ORIGIN_OTHER = '2000';

/** From which draw (0 to 1) on a client makes the server write more of the tail. */
const TAILS: Readonly<Record<LogVariant, { internalId: number; full: number }>> = {
  A: { internalId: 0.02, full: 0.08 },
  B: { internalId: 0.65, full: 0.8 },
};

/** The server's side of licensing: it grants while the pool has room, refuses otherwise, and takes back. */
export class LicenseDesk {
  readonly #simulation: Simulation;
  readonly #pools: ReadonlyMap<ProductSpec, Seats>;
  readonly #mint = new SessionIdMint();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    const { products } = simulation.scenario;
    this.#pools = new Map(products.map((product) => [product, new Seats(product.model)]));
  }

  /** Answers a request now (epoch ms) and writes its line. Returns null when it is refused. */
  request(wish: Wish, now: number): Grant | null {
    const { product, workplace, quantity } = wish;
    const { outbox, scenario } = this.#simulation;
    const seats = this.#pools.get(product);
    if (seats === undefined || seats.inUse + seats.costOf(wish) > product.pool) {
      const reason = seats === undefined ? 'no license enrolled' : 'no more available license';
      outbox.push(denialEntry({ product, workplace, reason }));
      return null;
    }
    const client = wish.client ?? this.#openClient(product, workplace, now);
    const fields = usageFields(product, quantity, client, scenario.variant);
    const grant = { workplace, quantity, product, client, fields };
    seats.take(grant);
    outbox.push(grantEntry(grant));
    return grant;
  }

  /** Takes a licence back and writes the line. */
  end(grant: Grant, closedBy: 'detachment' | 'timeout'): void {
    this.#pools.get(grant.product)?.giveBack(grant);
    this.#simulation.outbox.push(endEntry(grant, closedBy));
  }

  #openClient(product: ProductSpec, workplace: Workplace, now: number): ClientSession {
    const { random, scenario } = this.#simulation;
    const createdAt = now - random.integer(20, SECOND_MS);
    const origin = product.editor === V5_EDITOR ? ORIGIN_V5 : ORIGIN_OTHER;
    const sessionId = this.#mint.mint(createdAt, origin);
    return { sessionId, workplace, tail: drawTail(scenario.variant, random) };
  }
}

function drawTail(variant: LogVariant, random: Random): ClientTail {
  const draw = random.fraction();
  if (draw >= TAILS[variant].full) return 'full';
  return draw >= TAILS[variant].internalId ? 'internal-id' : 'none';
}
