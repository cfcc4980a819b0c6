import { HOUR, NOW } from '../../testing/samples';
import { formatObserved, toObservedShares } from './observed-share';

const coverage = (from: number, observedMs: number) => ({
  asOf: NOW,
  from,
  to: NOW,
  servers: [{ server: 'lic1', observedMs, gaps: [] }],
  products: [],
});

describe('toObservedShares', () => {
  it('divides by the range, and knows nothing of an empty one', () => {
    expect(toObservedShares(coverage(NOW - 10 * HOUR, 9 * HOUR))).toEqual([
      { server: 'lic1', share: 0.9 },
    ]);
    expect(toObservedShares(coverage(NOW, 0))[0]?.share).toBeNull();
  });
});

describe('formatObserved', () => {
  it('never rounds a gap away', () => {
    expect([1, 0.99999, 0.997, 0.9, 0].map(formatObserved)).toEqual([
      '100 %',
      '99.9 %',
      '99.7 %',
      '90 %',
      '0 %',
    ]);
  });
});
