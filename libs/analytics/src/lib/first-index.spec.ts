import fc from 'fast-check';
import { firstIndex } from './first-index';

describe('firstIndex', () => {
  it('is where the test begins to hold', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_200), (length, border) => {
        const found = firstIndex(length, (index) => index >= border);
        expect(found).toBe(Math.min(length, border));
      }),
    );
  });

  it('asks only for a few of the milliseconds of ten years', () => {
    let asked = 0;
    const border = 200_000_000_001;
    const found = firstIndex(315_360_000_000, (index) => {
      asked++;
      return index >= border;
    });
    expect(found).toBe(border);
    expect(asked).toBeLessThan(40);
  });
});
