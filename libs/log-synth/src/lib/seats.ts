import type { LicenseModel } from './scenario';
import type { Workplace } from './workplace';

/** Who takes a licence, and how many. */
export interface Claim {
  readonly workplace: Workplace;
  /** Licences or tokens; counts for Token products only. */
  readonly quantity: number;
}

/**
 * Counts the licences of one product that are in use, by the product's model:
 * a ConcurrentUser licence is shared by all processes of one user on one computer and display,
 * a NamedUser licence by all processes of one user, and tokens are summed.
 */
export class Seats {
  readonly #model: LicenseModel;
  readonly #holders = new Map<string, number>();
  #tokens = 0;

  constructor(model: LicenseModel) {
    this.#model = model;
  }

  /** Licences or tokens in use, 0 or more. */
  get inUse(): number {
    return this.#model === 'Token' ? this.#tokens : this.#holders.size;
  }

  /** How many further licences a claim would take, 0 when it shares one. */
  costOf(claim: Claim): number {
    if (this.#model === 'Token') return claim.quantity;
    return this.#holders.has(this.#holderOf(claim)) ? 0 : 1;
  }

  /** Counts a grant. */
  take(claim: Claim): void {
    if (this.#model === 'Token') {
      this.#tokens += claim.quantity;
      return;
    }
    const holder = this.#holderOf(claim);
    this.#holders.set(holder, (this.#holders.get(holder) ?? 0) + 1);
  }

  /** Counts the end of a grant that was taken before. */
  giveBack(claim: Claim): void {
    if (this.#model === 'Token') {
      this.#tokens -= claim.quantity;
      return;
    }
    const holder = this.#holderOf(claim);
    const left = (this.#holders.get(holder) ?? 0) - 1;
    if (left > 0) this.#holders.set(holder, left);
    else this.#holders.delete(holder);
  }

  #holderOf({ workplace }: Claim): string {
    return this.#model === 'ConcurrentUser' ? workplace.seat : workplace.user;
  }
}
