import { assert, constantFrom, integer, property } from 'fast-check';
import { HOUR, NOW } from '../../testing/samples';
import { stepRange } from './range-steps';

const range = { from: NOW - 30 * HOUR, to: NOW - 10 * HOUR };
const hours = (step: Parameters<typeof stepRange>[1], of = range) => {
  const { from, to } = stepRange(of, step, NOW);
  return [(from - NOW) / HOUR, (to - NOW) / HOUR].map((value) => Math.round(value) + 0);
};

describe('stepRange', () => {
  it('goes half a length back and forth', () => {
    expect(hours('earlier')).toEqual([-40, -20]);
    expect(hours('later')).toEqual([-20, 0]);
  });

  it('does not go beyond now', () => {
    expect(hours('later', { from: NOW - 20 * HOUR, to: NOW })).toEqual([-20, 0]);
    expect(hours('wider', { from: NOW - 20 * HOUR, to: NOW })).toEqual([-40, 0]);
  });

  it('looks twice as wide or half as wide at the same middle', () => {
    expect(hours('wider')).toEqual([-40, 0]);
    expect(hours('narrower')).toEqual([-25, -15]);
  });

  it('ends at a shortest length', () => {
    const short = { from: NOW - HOUR / 4, to: NOW };
    expect(stepRange(short, 'narrower', NOW)).toEqual(short);
  });

  it('keeps its ends in order, whatever the steps', () => {
    const steps = constantFrom('earlier', 'later', 'wider', 'narrower' as const);
    assert(
      property(integer({ min: 1, max: 5_000 }), steps, (length, step) => {
        const { from, to } = stepRange(
          { from: NOW - length * HOUR, to: NOW },
          step as 'wider',
          NOW,
        );
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(NOW + 60_000);
      }),
    );
  });
});
