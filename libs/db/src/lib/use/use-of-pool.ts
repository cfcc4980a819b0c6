import { appendStep, DAY_MS } from './day-steps';
import { UseCounter, type CountedSeat, type PoolOfProduct } from './use-counter';

/** The grant or the end of a session. */
export interface UseEdge {
  /** UTC milliseconds. */
  readonly at: number;
  readonly isGrant: boolean;
  readonly seat: CountedSeat;
}

/** When the steps of a row are so long, the day goes on in another: a row is written anew for each. */
const PART_BYTES = 2048;

/** One day of a product's use as it is stored, or a part of it. */
export interface UseDay {
  /** Number of the UTC day since 1970. */
  readonly day: number;
  /** 0 for the first part of the day, and so on. */
  readonly part: number;
  /** Licences in use when the part begins, and after its last step. */
  readonly inUseBefore: number;
  readonly inUse: number;
  /** When the last step was, UTC milliseconds. */
  readonly lastAt: number;
  readonly steps: Uint8Array;
}

/** The use of one product of one server, day by day; only the last part of the last is held. */
export class UseOfPool {
  private readonly counter: UseCounter;
  private day = -Infinity;
  private part = 0;
  private inUseBefore = 0;
  private lastAt = -Infinity;
  private bytes: number[] = [];
  private finished: UseDay[] = [];
  private isTouched = false;

  /** @param open seats that are held when the last stored day ends. */
  constructor(
    readonly pool: PoolOfProduct,
    open: Iterable<CountedSeat> = [],
    last?: UseDay,
  ) {
    this.counter = new UseCounter(pool.model);
    for (const seat of open) this.counter.take(seat, true);
    if (last === undefined) return;
    this.day = last.day;
    this.part = last.part;
    this.inUseBefore = last.inUseBefore;
    this.lastAt = last.lastAt;
    this.bytes = [...last.steps];
  }

  /**
   * Use that is counted anew from an instant on, UTC milliseconds; what was before is told by `know`.
   */
  static since(pool: PoolOfProduct, from: number): UseOfPool {
    const use = new UseOfPool(pool);
    use.lastAt = from;
    return use;
  }

  /** Whether a step at this instant, UTC milliseconds, follows on those that are known. */
  canFollow(at: number): boolean {
    return at >= this.lastAt;
  }

  /** Adds a step; it must follow on those that are known. */
  add({ at, isGrant, seat }: UseEdge): void {
    const day = Math.floor(at / DAY_MS);
    if (day !== this.day) this.begin(day, 0);
    else if (this.bytes.length >= PART_BYTES) this.begin(day, this.part + 1);
    const since = this.bytes.length === 0 ? day * DAY_MS : this.lastAt;
    const afterMs = at - since;
    appendStep(this.bytes, { afterMs, change: this.counter.take(seat, isGrant), isGrant });
    this.lastAt = at;
    this.isTouched = true;
  }

  /** Counts a grant or an end that is stored already. */
  know(seat: CountedSeat, isGrant: boolean): void {
    this.counter.take(seat, isGrant);
  }

  /** The days that changed since the last time. */
  takeChanged(): UseDay[] {
    const days = this.isTouched ? [...this.finished, this.current()] : this.finished;
    this.finished = [];
    this.isTouched = false;
    return days;
  }

  private begin(day: number, part: number): void {
    if (this.isTouched) this.finished.push(this.current());
    this.isTouched = false;
    this.day = day;
    this.part = part;
    this.inUseBefore = this.counter.inUse;
    this.bytes = [];
  }

  private current(): UseDay {
    const { day, part, inUseBefore, lastAt } = this;
    const steps = Uint8Array.from(this.bytes);
    return { day, part, inUseBefore, inUse: this.counter.inUse, lastAt, steps };
  }
}
