import type { Seat } from '@license-monitor/sessions';

/** Whose use is counted together: a product under one model, of one server or cluster. */
export type PoolOfProduct = Pick<Seat, 'serverId' | 'productId' | 'model'>;

/** The part of a seat that counting looks at. */
export type CountedSeat = Pick<Seat, 'userId' | 'clientId' | 'quantity'>;

/** Counts the licences in use of one product of one server (log-format.md §6.2). */
export class UseCounter {
  private readonly holders = new Map<string, number>();
  private count = 0;

  constructor(private readonly model: Seat['model']) {}

  get inUse(): number {
    return this.count;
  }

  /**
   * Takes a grant or an end.
   *
   * @returns by how many licences use changes: by none, where somebody holds the same licence
   * already, or still.
   */
  take(seat: CountedSeat, isGrant: boolean): number {
    const change = this.changeBy(seat, isGrant);
    this.count += change;
    return change;
  }

  private changeBy(seat: CountedSeat, isGrant: boolean): number {
    const sign = isGrant ? 1 : -1;
    if (this.model === 'Token' || this.model === 'Credit') return sign * seat.quantity;
    const holder = this.holderOf(seat);
    const before = this.holders.get(holder) ?? 0;
    const after = before + sign;
    if (after === 0) this.holders.delete(holder);
    else this.holders.set(holder, after);
    return Math.min(1, after) - Math.min(1, before);
  }

  /** A person for NamedUser, else a person on a machine with its display. */
  private holderOf({ userId, clientId }: CountedSeat): string {
    return this.model === 'NamedUser' ? `${userId}` : `${userId} ${clientId}`;
  }
}
