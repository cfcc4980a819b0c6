import * as fc from 'fast-check';
import { Random } from './random';

const DRAWS = 20_000;

function meanOf(draw: () => number): number {
  return Array.from({ length: DRAWS }, draw).reduce((sum, value) => sum + value, 0) / DRAWS;
}

describe('Random', () => {
  const random = new Random(42);

  it('repeats itself for a seed and differs for another', () => {
    const draws = (seed: number) => {
      const seeded = new Random(seed);
      return Array.from({ length: 8 }, () => seeded.fraction());
    };
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (one, other) => {
        expect(draws(one)).toEqual(draws(one));
        if (one !== other) expect(draws(one)).not.toEqual(draws(other));
      }),
    );
  });

  it('tells seeds apart that share their low bits', () => {
    const firsts = [-1, 2 ** 32 - 1, 2 ** 33 - 1].map((seed) => {
      const seeded = new Random(seed);
      return [seeded.fraction(), seeded.fraction(), seeded.fraction()].join();
    });
    expect(new Set(firsts).size).toBe(3);
  });

  it('draws within its bounds', () => {
    const fractions = Array.from({ length: DRAWS }, () => random.fraction());
    expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...fractions)).toBeLessThan(1);
    const dice = new Set(Array.from({ length: 200 }, () => random.integer(1, 6)));
    expect([...dice].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('has the means it promises', () => {
    expect(meanOf(() => random.fraction())).toBeCloseTo(0.5, 1);
    expect(meanOf(() => random.normal(5, 2))).toBeCloseTo(5, 1);
    expect(meanOf(() => random.logNormal(10, 0.5)) / 10).toBeCloseTo(1, 1);
    expect(meanOf(() => random.poisson(3)) / 3).toBeCloseTo(1, 1);
    expect(meanOf(() => random.poisson(80)) / 80).toBeCloseTo(1, 1);
    expect(meanOf(() => Number(random.chance(0.2)))).toBeCloseTo(0.2, 1);
    expect(random.poisson(0)).toBe(0);
  });

  it('picks by weight', () => {
    const weightOf = (item: string) => (item === 'often' ? 9 : 1);
    const often = meanOf(() =>
      Number(random.pickWeighted(['often', 'rarely'], weightOf) === 'often'),
    );
    expect(often).toBeCloseTo(0.9, 1);
    expect(random.pickWeighted(['only'], () => 0)).toBe('only');
    expect(meanOf(() => random.pickUsual([1, 0], 0.5))).toBeCloseTo(0.75, 1);
  });

  it('cannot pick from nothing', () => {
    expect(() => random.pick([])).toThrow(RangeError);
    expect(() => random.pickUsual([], 1)).toThrow(RangeError);
  });
});
