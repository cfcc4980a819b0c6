/** Draws that come again with the same seed (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % limit;
  }

  isOneIn(count: number): boolean {
    return this.below(count) === 0;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Prefers what stands early in a list: usual before odd. */
  early<T>(list: readonly T[]): T {
    return list[this.below(1 + this.below(list.length))] as T;
  }

  bytes(longest: number): string {
    return Array.from({ length: this.below(longest + 1) }, () =>
      String.fromCharCode(this.below(256)),
    ).join('');
  }

  digits(most: number): string {
    return Array.from({ length: 1 + this.below(most) }, () => this.below(10)).join('');
  }
}
