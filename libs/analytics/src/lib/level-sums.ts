/** Sums by the number of licences in use; quick to add to, as each step of a long history does. */
export class LevelSums {
  private readonly sums = new Map<number, { sum: number }>();

  add(level: number, amount: number): void {
    const known = this.sums.get(level);
    if (known === undefined) this.sums.set(level, { sum: amount });
    // A number that a Map holds is allocated anew each time; a field is not.
    else known.sum += amount;
  }

  toMap(): ReadonlyMap<number, number> {
    return new Map([...this.sums].map(([level, { sum }]) => [level, sum]));
  }
}
