import { ByteStore } from './byte-store.js';
import { hashBytes } from './scan-bytes.js';

/** How many slots a hash may choose from. */
const WAYS = 4;
/** Numbers of a slot: hash, length, start of the bytes, index of the value. */
const SLOT_NUMBERS = 4;
/** Fewer or more bytes are not remembered. */
const MIN_BYTES = 8;
const MAX_BYTES = 512;

/** Bytes to remember: from (inclusive), to (exclusive), in a line that ends at `lineEnd`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly lineEnd: number;
}

export interface MemoSize {
  /** How many values are kept, a power of two. */
  readonly slots: number;
  /** How many bytes are kept in all. */
  readonly bytes: number;
}

/**
 * Remembers values by the bytes they were read from, in bounded memory. Each hash has a set of a
 * few slots, of which the oldest is used again; when the room for bytes is used up, all is
 * forgotten. The bytes themselves are compared, so a hash that two texts share costs time, never
 * truth.
 */
export class ByteMemo<Value> {
  private readonly kept: ByteStore;
  private readonly slots: Int32Array;
  private readonly oldest: Uint8Array;
  private readonly setMask: number;
  private values: Value[] = [];
  /** Length of the bytes that were found last. */
  foundLength = 0;

  /**
   * @param keyBytes How many of the first bytes choose the slot, also beyond the end of what is
   * remembered. Texts are found before their end is known, where none is the beginning of another.
   * By default all bytes choose it.
   */
  constructor(
    { slots, bytes }: MemoSize,
    private readonly keyBytes = 0,
  ) {
    this.kept = new ByteStore(bytes);
    this.slots = new Int32Array(SLOT_NUMBERS * slots);
    this.oldest = new Uint8Array(slots / WAYS);
    this.setMask = slots / WAYS - 1;
  }

  /**
   * The value of the bytes from (inclusive) to (exclusive); with `keyBytes`, of the remembered
   * bytes that stand at `from`, in a line that ends at `to`.
   */
  find(block: DataView, from: number, to: number): Value | undefined {
    const length = to - from;
    if (length < MIN_BYTES) return undefined;
    const { slots, keyBytes } = this;
    const hash = this.hash(block, from, to);
    const first = this.firstSlot(hash);
    for (let slot = first; slot < first + WAYS * SLOT_NUMBERS; slot += SLOT_NUMBERS) {
      if (slots[slot] !== hash) continue;
      const known = slots[slot + 1] as number;
      if (keyBytes === 0 ? known !== length : known > length) continue;
      if (!this.kept.isSame(block, from, slots[slot + 2] as number, known)) continue;
      this.foundLength = known;
      return this.values[slots[slot + 3] as number];
    }
    return undefined;
  }

  /**
   * Remembers a value, unless its bytes are too many or too few, and gives the value of these
   * bytes: the one that was remembered before, where there is one.
   */
  learn(block: DataView, { from, to, lineEnd }: Span, value: Value): Value {
    const length = to - from;
    if (length < MIN_BYTES || length > MAX_BYTES) return value;
    const limit = this.keyBytes === 0 ? to : lineEnd;
    const known = this.find(block, from, limit);
    if (known !== undefined) return known;
    if (!this.kept.hasRoom(length)) this.clear();
    const hash = this.hash(block, from, limit);
    const slot = this.takeSlot(hash);
    this.slots[slot] = hash;
    this.slots[slot + 1] = length;
    this.slots[slot + 2] = this.kept.add(block, from, to);
    this.slots[slot + 3] = this.values.length;
    this.values.push(value);
    return value;
  }

  private hash(block: DataView, from: number, to: number): number {
    const { keyBytes } = this;
    return hashBytes(block, from, keyBytes === 0 ? to : Math.min(to, from + keyBytes));
  }

  private clear(): void {
    this.kept.clear();
    this.slots.fill(0);
    this.values = [];
  }

  private firstSlot(hash: number): number {
    return (hash & this.setMask) * WAYS * SLOT_NUMBERS;
  }

  private takeSlot(hash: number): number {
    const set = hash & this.setMask;
    const way = this.oldest[set] as number;
    this.oldest[set] = (way + 1) % WAYS;
    return this.firstSlot(hash) + way * SLOT_NUMBERS;
  }
}
