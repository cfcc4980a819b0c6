import { assert, integer, property } from 'fast-check';
import { toCountTicks } from './plot-scale';

const textsOf = (from: number, to: number) => toCountTicks(from, to).map(({ text }) => text);

describe('toCountTicks', () => {
  it('stand at round numbers', () => {
    expect(textsOf(0, 40)).toEqual(['0', '10', '20', '30', '40']);
    expect(textsOf(0, 3)).toEqual(['0', '1', '2', '3']);
    expect(textsOf(28, 48)).toEqual(['30', '35', '40', '45']);
  });

  it('have their places in percent', () => {
    expect(toCountTicks(0, 40).map(({ at }) => at)).toEqual([0, 25, 50, 75, 100]);
  });

  it('are whole, few, and within the axis, whatever its ends', () => {
    assert(
      property(integer({ min: 0, max: 1e6 }), integer({ min: 1, max: 1e6 }), (from, length) => {
        const ticks = toCountTicks(from, from + length);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(6);
        for (const { at, value } of ticks) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(100);
          expect(Number.isInteger(value)).toBe(true);
        }
      }),
    );
  });
});
