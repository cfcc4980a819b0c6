import fc from 'fast-check';
import { anySpans, anySteps, valueAt } from '../testing/any-steps';
import { sustainedPeak } from './sustained-peak';

const MINUTE = 60_000;

describe('sustainedPeak', () => {
  it('ignores a licence that is handed on for a second', () => {
    const steps = [
      { at: 0, inUse: 3 },
      { at: 10 * MINUTE, inUse: 4 },
      { at: 10 * MINUTE + 1_000, inUse: 3 },
      { at: 30 * MINUTE, inUse: 0 },
    ];
    expect(sustainedPeak(steps, [{ from: 0, to: 60 * MINUTE }])).toEqual({ inUse: 3, at: 0 });
  });

  it('is not known where nothing was observed for that long', () => {
    expect(sustainedPeak([{ at: 0, inUse: 3 }], [{ from: 0, to: 4 * MINUTE }])).toBeUndefined();
  });

  it('does not join over a time that was not observed', () => {
    const steps = [{ at: 0, inUse: 2 }];
    const observed = [
      { from: 0, to: 3 * MINUTE },
      { from: 4 * MINUTE, to: 7 * MINUTE },
    ];
    expect(sustainedPeak(steps, observed)).toBeUndefined();
  });

  it('is the greatest of the least values of all windows, where it first began', () => {
    fc.assert(
      fc.property(
        anySteps,
        anySpans,
        fc.integer({ min: 1, max: 30 }),
        (steps, observed, length) => {
          let expected: { inUse: number; at: number } | undefined;
          for (const { from, to } of observed) {
            for (let at = from; at + length <= to; at++) {
              const values = Array.from({ length }, (_, offset) => valueAt(steps, at + offset));
              const inUse = Math.min(...values);
              if (inUse > (expected?.inUse ?? -1)) expected = { inUse, at };
            }
          }
          expect(sustainedPeak(steps, observed, length)).toEqual(expected);
        },
      ),
    );
  });
});
