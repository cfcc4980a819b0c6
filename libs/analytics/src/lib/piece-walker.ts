import type { Observed } from './span';
import { eachStep, type Steps } from './steps';

/** Takes the half-open time [from, to), UTC milliseconds, and what was in use throughout. */
export type PieceVisitor = (from: number, to: number, inUse: number) => void;

/** Tells the pieces of U(t) within the observed times while the steps are told to it, in order. */
export class PieceWalker {
  private index = 0;
  private inUse = 0;
  private since = -Infinity;
  /** The end of the observed time in which the last step was; none where it was in a gap. */
  private spanTo = -Infinity;

  constructor(
    private readonly observed: Observed,
    private readonly visit: PieceVisitor,
  ) {}

  step(at: number, inUse: number): void {
    // Nearly every step follows another one in the same observed time.
    if (at < this.spanTo) {
      if (at > this.since) this.visit(this.since, at, this.inUse);
      this.since = at;
    } else this.advance(at);
    this.inUse = inUse;
  }

  /** What is in use after the last step lasts to the end of the observed times. */
  end(): void {
    this.advance(Infinity);
  }

  private advance(until: number): void {
    this.spanTo = -Infinity;
    for (let span; (span = this.observed[this.index]) !== undefined; this.index++) {
      const from = Math.max(this.since, span.from);
      const to = Math.min(until, span.to);
      if (to > from) this.visit(from, to, this.inUse);
      if (until < span.to) {
        if (until >= span.from) this.spanTo = span.to;
        break;
      }
    }
    this.since = until;
  }
}

/** Tells the pieces of U(t) within the observed times, in order; each of some length. */
export function eachPiece(steps: Steps, observed: Observed, visit: PieceVisitor): void {
  const walker = new PieceWalker(observed, visit);
  eachStep(steps, (at, inUse) => walker.step(at, inUse));
  walker.end();
}
