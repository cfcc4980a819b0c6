import fc from 'fast-check';
import { anySpans, anySteps, instantsOf, valueAt } from '../testing/any-steps';
import { findPeak } from './concurrency';
import { piecesOf, piecesOfBoth, sumSteps } from './step-function';

describe('piecesOf', () => {
  it('covers the observed times once, each piece with the value of the function there', () => {
    fc.assert(
      fc.property(anySteps, anySpans, (steps, observed) => {
        const pieces = [...piecesOf(steps, observed)];
        expect(instantsOf(pieces)).toEqual(instantsOf(observed));
        for (const piece of pieces) {
          for (const at of instantsOf([piece])) expect(piece.value).toBe(valueAt(steps, at));
        }
      }),
    );
  });
});

describe('piecesOfBoth', () => {
  it('covers the observed times once, each piece with the value of either function there', () => {
    fc.assert(
      fc.property(anySteps, anySteps, anySpans, (first, second, observed) => {
        const pieces = [...piecesOfBoth(first, second, observed)];
        expect(instantsOf(pieces)).toEqual(instantsOf(observed));
        for (const piece of pieces) {
          for (const at of instantsOf([piece])) {
            expect([piece.first, piece.second]).toEqual([valueAt(first, at), valueAt(second, at)]);
          }
        }
      }),
    );
  });
});

describe('sumSteps', () => {
  it('adds pools where they are in time, so their peaks do not add up', () => {
    const morning = [
      { at: 0, inUse: 5 },
      { at: 10, inUse: 1 },
    ];
    const evening = [
      { at: 0, inUse: 1 },
      { at: 10, inUse: 6 },
    ];
    const pool = sumSteps([morning, evening]);
    expect(pool).toEqual([
      { at: 0, inUse: 6 },
      { at: 10, inUse: 7 },
    ]);
    expect(findPeak(pool, 0, 20)).toEqual({ inUse: 7, at: 10 });
  });

  it('is the sum at every instant', () => {
    fc.assert(
      fc.property(fc.array(anySteps, { maxLength: 4 }), (functions) => {
        const sum = sumSteps(functions);
        for (let at = 0; at <= 101; at++) {
          const expected = functions.reduce((total, steps) => total + valueAt(steps, at), 0);
          expect(valueAt(sum, at)).toBe(expected);
        }
      }),
    );
  });
});
