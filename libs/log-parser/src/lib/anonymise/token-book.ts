import type { Alphabet } from './alphabets.js';
import type { KeyedHash } from './keyed-hash.js';

/** What each place of a token is chosen from; a place with one choice is always that. */
export type Shape = readonly Alphabet[];

/** How often a shape is tried before its tokens count as used up. */
const TRIES = 64;
/** Places that are chosen by one hash. */
const PLACES_PER_HASH = 8;

/**
 * The tokens of one kind of value: made from a keyed hash, so that the same value and key give the
 * same token in every run, and kept, so that no two values share one. Where two would, the later one
 * gets the next hash; and one place more once the shape is used up.
 *
 * Memory grows with the number of different values, by some 200 bytes each. A site has thousands of
 * names, not millions.
 */
export class TokenBook {
  private readonly tokens = new Map<string, string>();
  private readonly taken = new Set<string>();

  /**
   * @param kind Keeps the tokens of books with the same key apart.
   * @param toSpare What a place is chosen from that a used up shape gets in addition.
   */
  constructor(
    private readonly hash: KeyedHash,
    private readonly kind: string,
    private readonly toSpare: (value: string) => Alphabet,
  ) {}

  /** How many different values have a token. */
  get size(): number {
    return this.tokens.size;
  }

  /** The token of a value. It never is the value itself. */
  find(value: string, toShape: (value: string) => Shape): string {
    const known = this.tokens.get(value);
    if (known !== undefined) return known;
    const token = this.make(value, toShape(value));
    this.tokens.set(value, token);
    this.taken.add(token);
    return token;
  }

  private make(value: string, shape: Shape): string {
    for (let attempt = 0; ; attempt++) {
      const extra = Array.from({ length: Math.floor(attempt / TRIES) }, () => this.toSpare(value));
      const token = this.draw(`${attempt}:${value}`, [...shape, ...extra]);
      if (token !== value && !this.taken.has(token)) return token;
    }
  }

  private draw(seed: string, shape: Shape): string {
    let token = '';
    let bits = 0n;
    for (const [at, alphabet] of shape.entries()) {
      if (at % PLACES_PER_HASH === 0) bits = this.hash.hash(`${this.kind}:${at}:${seed}`);
      const choices = BigInt(alphabet.length);
      token += String(alphabet[Number(bits % choices)]);
      bits /= choices;
    }
    return token;
  }
}
