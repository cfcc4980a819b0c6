import type { Demand } from './demand';

/** Licences in use while demand is played again; whoever grants decides how many there are. */
export class ReplayedPool {
  readonly #demand: Demand;
  readonly #isGranted: Uint8Array;
  readonly #sessionsOfSeat: Int32Array;
  /** How many of the requests, by their ends, are over. */
  #ended = 0;
  #inUse = 0;

  public constructor(demand: Demand) {
    this.#demand = demand;
    this.#isGranted = new Uint8Array(demand.requests.length);
    this.#sessionsOfSeat = new Int32Array(demand.requests.length);
  }

  /** Takes back all licences whose time is over, those included that are given back at `at`. */
  public advanceTo(at: number): void {
    const { byEnd, endOf } = this.#demand;
    for (let index; (index = byEnd[this.#ended]) !== undefined; this.#ended++) {
      if ((endOf[index] ?? 0) > at) break;
      if (this.#isGranted[index] === 1) this.#giveBack(index);
    }
  }

  /** How many licences would be in use if the request were granted now. */
  public inUseWith(index: number): number {
    const isHeld = this.#sessionsOf(this.#seatOf(index)) > 0;
    return this.#inUse + (isHeld ? 0 : this.#weightOf(index));
  }

  /** Grants a request of some length. */
  public grant(index: number): void {
    this.#inUse = this.inUseWith(index);
    this.#isGranted[index] = 1;
    const seat = this.#seatOf(index);
    this.#sessionsOfSeat[seat] = this.#sessionsOf(seat) + 1;
  }

  #giveBack(index: number): void {
    const seat = this.#seatOf(index);
    const sessions = this.#sessionsOf(seat) - 1;
    this.#sessionsOfSeat[seat] = sessions;
    if (sessions === 0) this.#inUse -= this.#weightOf(index);
  }

  #seatOf(index: number): number {
    return this.#demand.seatOf[index] ?? 0;
  }

  #weightOf(index: number): number {
    return this.#demand.weightOf[index] ?? 0;
  }

  #sessionsOf(seat: number): number {
    return this.#sessionsOfSeat[seat] ?? 0;
  }
}
