import fc from 'fast-check';
import { missedByPolling } from './missed-by-polling';

const MINUTE = 60_000;

describe('missedByPolling', () => {
  it.each([
    [3 * MINUTE, 10 * MINUTE, 0.7],
    [10 * MINUTE, 10 * MINUTE, 0],
    [60 * MINUTE, 10 * MINUTE, 0],
    [0, 10 * MINUTE, 1],
  ])('of %i ms at an interval of %i ms is %f', (length, interval, probability) => {
    expect(missedByPolling(length, interval)).toBeCloseTo(probability, 12);
  });

  it('is the share of beginnings between two polls that no poll follows in time', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.integer({ min: 1, max: 60 }), (length, interval) => {
        const beginnings = Array.from({ length: interval }, (_, at) => at + 1);
        // The next poll is at `interval`, and sees the session when [at, at + length) holds that.
        const missed = beginnings.filter((at) => at + length <= interval);
        expect(missedByPolling(length, interval)).toBeCloseTo(missed.length / interval, 9);
      }),
    );
  });

  it.each([
    [-1, 10],
    [NaN, 10],
    [1, 0],
    [1, -5],
  ])('refuses a length of %f and an interval of %f', (length, interval) => {
    expect(() => missedByPolling(length, interval)).toThrow(RangeError);
  });
});
