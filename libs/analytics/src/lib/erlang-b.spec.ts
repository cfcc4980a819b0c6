import { erlangB } from './erlang-b';

describe('erlangB', () => {
  it.each([
    [10, 10, 0.2146],
    [5, 10, 0.0184],
    [20, 30, 0.0085],
    [0, 3, 0],
    [4, 0, 1],
  ])('refuses of a load of %f on %i licences the share %f', (load, licenses, share) => {
    expect(erlangB(load, licenses)).toBeCloseTo(share, 4);
  });

  it('is the formula, where that can be computed', () => {
    const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
    const term = (load: number, k: number) => load ** k / factorial(k);
    for (let licenses = 0; licenses <= 20; licenses++) {
      const sum = Array.from({ length: licenses + 1 }, (_, k) => term(7, k)).reduce(
        (a, b) => a + b,
      );
      expect(erlangB(7, licenses)).toBeCloseTo(term(7, licenses) / sum, 10);
    }
  });

  it.each([
    [-1, 1],
    [NaN, 1],
    [1, 1.5],
    [1, -1],
  ])('refuses a load of %f and %f licences', (load, licenses) => {
    expect(() => erlangB(load, licenses)).toThrow(RangeError);
  });
});
