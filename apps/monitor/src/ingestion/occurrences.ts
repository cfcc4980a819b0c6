/**
 * Numbers equal lines of one stamp within a file: 1, 2, … . Together with the line itself the
 * number is the identity of an event, so two truly equal lines both count, and the same bytes from
 * another file are refused.
 */
export class Occurrences {
  constructor(
    private wallAt: number | null = null,
    private counts: Map<number, number> = new Map(),
  ) {}

  next(wallAt: number, lineHash: number): number {
    if (wallAt !== this.wallAt) {
      this.wallAt = wallAt;
      this.counts = new Map();
    }
    const occurrence = (this.counts.get(lineHash) ?? 0) + 1;
    this.counts.set(lineHash, occurrence);
    return occurrence;
  }

  copy(): Occurrences {
    return new Occurrences(this.wallAt, new Map(this.counts));
  }
}
