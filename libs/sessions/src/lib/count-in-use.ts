import type { SeatModel, Session } from './session';

/** Four figures that are never mixed, for one product and licence model. */
export interface ProductInUse {
  readonly productId: number;
  readonly model: SeatModel;
  /** Open sessions, that is open grants. */
  readonly sessions: number;
  /**
   * ConcurrentUser: distinct user and machine with display. Token and Credit: sum of quantities.
   * NamedUser: users who are active. (log-format.md §6.2)
   */
  readonly licenses: number;
  readonly users: number;
  readonly hosts: number;
}

interface Tally {
  readonly productId: number;
  readonly model: SeatModel;
  sessions: number;
  quantity: number;
  readonly seats: Set<string>;
  readonly users: Set<string>;
  readonly hosts: Set<number | null>;
}

/** Counts what open sessions hold, per product and licence model, in order of product number. */
export function countInUse(open: Iterable<Session>): ProductInUse[] {
  const tallies = new Map<string, Tally>();
  for (const { seat } of open) {
    const tally = tallyOf(tallies, seat.productId, seat.model);
    tally.sessions++;
    tally.quantity += seat.quantity;
    tally.seats.add(`${seat.serverId} ${seat.userId} ${seat.clientId}`);
    tally.users.add(`${seat.userId}`);
    tally.hosts.add(seat.hostId);
  }
  return [...tallies.values()].map(toProductInUse).sort((a, b) => a.productId - b.productId);
}

function tallyOf(tallies: Map<string, Tally>, productId: number, model: SeatModel): Tally {
  const key = `${productId} ${model}`;
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = {
      productId,
      model,
      sessions: 0,
      quantity: 0,
      seats: new Set(),
      users: new Set(),
      hosts: new Set(),
    };
    tallies.set(key, tally);
  }
  return tally;
}

function toProductInUse(tally: Tally): ProductInUse {
  return {
    productId: tally.productId,
    model: tally.model,
    sessions: tally.sessions,
    licenses: countLicenses(tally),
    users: tally.users.size,
    hosts: tally.hosts.size,
  };
}

function countLicenses(tally: Tally): number {
  switch (tally.model) {
    case 'Token':
    case 'Credit':
      return tally.quantity;
    case 'NamedUser':
      return tally.users.size;
    case 'ConcurrentUser':
    case 'unknown':
      return tally.seats.size;
  }
}
