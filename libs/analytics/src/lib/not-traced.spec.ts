import { findUntraced } from './not-traced';

const range = { from: 0, to: 1_000 };
const steps = [
  { at: 100, inUse: 1 },
  { at: 200, inUse: 0 },
  { at: 600, inUse: 1 },
  { at: 700, inUse: 0 },
];
const product = { steps, usageLines: [] };

describe('a product that is not traced', () => {
  it('is known by a refusal while the log knows of no use, from usage line to usage line', () => {
    expect(findUntraced(product, [400, 300], range)).toEqual([
      { from: 200, to: 600, cause: 'notTraced' },
    ]);
  });

  it('was not traced from the start, or to the end, where no usage line stands there', () => {
    expect(findUntraced(product, [50, 900], range)).toEqual([
      { from: 0, to: 100, cause: 'notTraced' },
      { from: 700, to: 1_000, cause: 'notTraced' },
    ]);
    expect(findUntraced({ steps: [], usageLines: [] }, [5], range)).toEqual([
      { ...range, cause: 'notTraced' },
    ]);
  });

  it('is not supposed where the log knows of use, nor outside the range', () => {
    expect(findUntraced(product, [150, 600, 1_000, -1], range)).toEqual([]);
  });

  it('is traced as far as ends without a grant show', () => {
    expect(findUntraced({ steps, usageLines: [350] }, [400], range)).toEqual([
      { from: 350, to: 600, cause: 'notTraced' },
    ]);
  });
});
