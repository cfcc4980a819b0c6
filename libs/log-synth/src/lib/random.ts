/**
 * A small seeded generator (xoshiro128**, seeded by splitmix32) with the draws the simulation needs.
 * The same seed gives the same draws; nothing here is fit for secrets.
 */
export class Random {
  readonly #state: Int32Array;

  /** @param seed any safe integer; different ones give different draws. */
  constructor(seed: number) {
    const low = seed >>> 0;
    const high = Math.floor(seed / 2 ** 32) >>> 0;
    this.#state = Int32Array.of(mixed(low, 1), mixed(low, 2), mixed(high, 3), mixed(high, 4));
  }

  /** Draws a real number in [0, 1). */
  fraction(): number {
    const state = this.#state;
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const c = (state[2] ?? 0) ^ a;
    const d = (state[3] ?? 0) ^ b;
    const scrambled = Math.imul(b, 5);
    state[0] = a ^ d;
    state[1] = b ^ c;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return (Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0) / 2 ** 32;
  }

  /** Draws a real number in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.fraction();
  }

  /** Draws a whole number from low (inclusive) to high (inclusive). */
  integer(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  /** Whether something of this probability (0 to 1) happens. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** Picks one of the items, which must not be empty, each as likely as the others. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.fraction() * items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  /** Picks the first of the items with a probability (0 to 1), else any of them. */
  pickUsual<T>(items: readonly T[], probability: number): T {
    const [usual] = items;
    return usual !== undefined && this.chance(probability) ? usual : this.pick(items);
  }

  /** Picks one of the items, each as likely as its weight (0 or more) says. */
  pickWeighted<T>(items: readonly T[], weightOf: (item: T) => number): T {
    let left = this.fraction() * items.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of items) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    return this.pick(items.slice(-1));
  }

  /** Draws from a normal distribution. */
  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.fraction()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.fraction());
  }

  /** Draws a positive number, log-normal, with this mean; the spread is the deviation of its logarithm. */
  logNormal(mean: number, spread: number): number {
    return mean * Math.exp(this.normal(-(spread * spread) / 2, spread));
  }

  /** Draws how many of something happen when `mean` are expected. */
  poisson(mean: number): number {
    if (mean > 30) return Math.max(0, Math.round(this.normal(mean, Math.sqrt(mean))));
    const floor = Math.exp(-mean);
    let count = 0;
    for (let product = this.fraction(); product > floor; product *= this.fraction()) count += 1;
    return count;
  }
}

/** One step of splitmix32: no two words give the same for one step. */
function mixed(word: number, step: number): number {
  const sum = (word + Math.imul(step, 0x9e3779b9)) | 0;
  const half = Math.imul(sum ^ (sum >>> 16), 0x21f0aaad);
  const full = Math.imul(half ^ (half >>> 15), 0x735a2d97);
  return full ^ (full >>> 15);
}
