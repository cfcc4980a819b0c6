import fc from 'fast-check';
import { anySpans, instantsOf } from '../testing/any-steps';
import { intersectSpans, joinSpans, totalMs } from './span';

describe('joinSpans', () => {
  it('joins what touches or overlaps, and leaves out what is empty', () => {
    const spans = [
      { from: 10, to: 20 },
      { from: 0, to: 5 },
      { from: 20, to: 25 },
      { from: 12, to: 14 },
      { from: 30, to: 30 },
    ];
    expect(joinSpans(spans)).toEqual([
      { from: 0, to: 5 },
      { from: 10, to: 25 },
    ]);
  });
});

describe('intersectSpans', () => {
  it('is the instants that are in both', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (a, b) => {
        const common = intersectSpans(a, b);
        const inB = new Set(instantsOf(b));
        expect(instantsOf(common)).toEqual(instantsOf(a).filter((at) => inB.has(at)));
        expect(totalMs(common)).toBe(instantsOf(common).length);
      }),
    );
  });
});
