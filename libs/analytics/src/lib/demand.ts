import type { Counting } from './concurrency';

/** A grant or a true capacity denial, to be played again. */
export interface DemandRequest {
  /** UTC milliseconds. */
  readonly at: number;
  /** How long the licence was held; of a request that was lost an assumption, see `drawLength`. */
  readonly lengthMs: number;
  /** Whole, 1 or more; counts where licences are counted by quantity. */
  readonly quantity: number;
  /** Sessions of one seat that overlap need one licence, where seats count. */
  readonly seat: string;
  readonly person: string;
}

/** Requests laid out for replays, of which many go over the same ones. */
export interface Demand {
  /** In order of time; those of one instant as they were given. */
  readonly requests: readonly DemandRequest[];
  /** Of each request, its seat's number; where quantities count, each is a seat of its own. */
  readonly seatOf: Int32Array;
  /** Of each request, the licences that its seat holds. */
  readonly weightOf: Int32Array;
  /** Of each request, UTC milliseconds at which it gives them back. */
  readonly endOf: Float64Array;
  /** The requests by their ends. */
  readonly byEnd: Int32Array;
}

/**
 * Checks requests and lays them out. Cost: n log n.
 *
 * @throws RangeError for a length that is negative, or a quantity that is not whole and above 0.
 */
export function layOutDemand(requests: readonly DemandRequest[], counting: Counting): Demand {
  requests.forEach(checkRequest);
  const ordered = [...requests].sort((a, b) => a.at - b.at);
  const endOf = Float64Array.from(ordered, ({ at, lengthMs }) => at + lengthMs);
  const byEnd = Int32Array.from(ordered.keys());
  return {
    requests: ordered,
    seatOf: counting === 'seats' ? numberSeats(ordered) : Int32Array.from(ordered.keys()),
    weightOf: Int32Array.from(ordered, ({ quantity }) => (counting === 'seats' ? 1 : quantity)),
    endOf,
    byEnd: byEnd.sort((a, b) => (endOf[a] ?? 0) - (endOf[b] ?? 0)),
  };
}

function checkRequest({ lengthMs, quantity }: DemandRequest): void {
  if (!(lengthMs >= 0)) throw new RangeError(`length ${lengthMs} is negative`);
  if (!Number.isInteger(quantity) || quantity < 1) {
    throw new RangeError(`${quantity} is no number of licences`);
  }
}

function numberSeats(requests: readonly DemandRequest[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(requests, ({ seat }) => {
    const number = numbers.get(seat) ?? numbers.size;
    numbers.set(seat, number);
    return number;
  });
}
