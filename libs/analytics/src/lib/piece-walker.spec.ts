import fc from 'fast-check';
import { anyUse } from '../testing/any-use';
import { concurrencySteps } from './concurrency';
import { eachPiece } from './piece-walker';
import { joinSpans } from './span';
import { piecesOf, type Piece } from './step-function';

const anySpans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 40 })))
  .map((spans) => joinSpans(spans.map(([from, length]) => ({ from, to: from + length }))));

/** Pieces of one value that meet are one. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.to === piece.from && last.value === piece.value)
      joined.splice(-1, 1, { ...last, to: piece.to });
    else joined.push(piece);
  }
  return joined;
}

describe('eachPiece', () => {
  it('tells the pieces that piecesOf gives', () => {
    fc.assert(
      fc.property(anyUse, anySpans, (intervals, observed) => {
        const steps = concurrencySteps(intervals, 'seats');
        const told: Piece[] = [];
        eachPiece(steps, observed, (from, to, value) => told.push({ from, to, value }));
        expect(join(told)).toEqual(join([...piecesOf(steps, observed)]));
      }),
    );
  });

  it('tells a time without a step as one in which nothing is in use', () => {
    const told: unknown[] = [];
    eachPiece([], [{ from: 1, to: 5 }], (...piece) => told.push(piece));
    expect(told).toEqual([[1, 5, 0]]);
  });
});
