/** Bytes are compared by eights. */
const WORD_BYTES = 8;

/**
 * Bytes that were seen, close together in the order they came: few pages of memory are touched,
 * which matters more than the comparing. They must hold no NUL, see `isSame`.
 */
export class ByteStore {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private used = 0;

  /** @param size How many bytes are kept in all. */
  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.view = new DataView(this.bytes.buffer);
  }

  /** Whether so many bytes can be kept. */
  hasRoom(length: number): boolean {
    return this.used + length <= this.bytes.length;
  }

  /** Keeps a copy of the bytes from (inclusive) to (exclusive); says where it begins. */
  add(block: DataView, from: number, to: number): number {
    const start = this.used;
    this.bytes.set(new Uint8Array(block.buffer, block.byteOffset + from, to - from), start);
    this.used += to - from;
    return start;
  }

  clear(): void {
    this.used = 0;
  }

  /** Whether the block has at `from` the `length` bytes that are kept at `start`. */
  isSame(block: DataView, from: number, start: number, length: number): boolean {
    const { view } = this;
    const shift = start - from;
    const last = from + length - WORD_BYTES;
    if (last < from) return this.isSameBytewise(block, from, start, length);
    // Eight bytes compare at once as a number. Two different ones are equal as numbers only where
    // both are zero, which takes NUL bytes; equal ones that are no number only seem to differ.
    for (let at = from; at < last; at += WORD_BYTES) {
      if (block.getFloat64(at, true) !== view.getFloat64(at + shift, true)) return false;
    }
    // The last eight may overlap those already compared.
    return block.getFloat64(last, true) === view.getFloat64(last + shift, true);
  }

  private isSameBytewise(block: DataView, from: number, start: number, length: number): boolean {
    for (let at = 0; at < length; at++) {
      if (block.getUint8(from + at) !== this.bytes[start + at]) return false;
    }
    return true;
  }
}

/** A copy of bytes, to look for them again. */
export class KnownBytes {
  private readonly kept: ByteStore;
  readonly length: number;

  constructor(block: DataView, from: number, to: number) {
    this.length = to - from;
    this.kept = new ByteStore(this.length);
    this.kept.add(block, from, to);
  }

  /** Whether these bytes stand at `from` and end at `to` or before. */
  isAt(block: DataView, from: number, to: number): boolean {
    return from + this.length <= to && this.kept.isSame(block, from, 0, this.length);
  }
}
