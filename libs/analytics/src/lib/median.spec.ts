import { medianOf } from './median';

describe('medianOf', () => {
  it.each([
    [[30, 10, 20], 20],
    [[10, 30], 20],
    [[9, 100, 10], 10],
    [[7], 7],
  ])('%j is %f', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });

  it('of nothing is not known', () => {
    expect(medianOf([])).toBeUndefined();
  });
});
