import fc from 'fast-check';
import { anySpans, anySteps } from '../testing/any-steps';
import { findPeak, licenseMs } from './concurrency';
import { piecesOf } from './step-function';
import { useBuckets } from './use-buckets';

const steps = [
  { at: 5, inUse: 1 },
  { at: 12, inUse: 3 },
  { at: 12, inUse: 2 },
  { at: 25, inUse: 0 },
];

describe('use in equal times', () => {
  it('keeps a peak that lasted no time, and averages by time', () => {
    const grid = { from: 0, bucketMs: 10, count: 4 };
    expect(useBuckets(steps, [{ from: 0, to: 35 }], grid)).toEqual([
      { at: 0, min: 0, max: 1, average: 0.5, coverage: 1 },
      { at: 10, min: 1, max: 3, average: 1.8, coverage: 1 },
      { at: 20, min: 0, max: 2, average: 1, coverage: 1 },
      { at: 30, min: 0, max: 0, average: 0, coverage: 0.5 },
    ]);
  });

  it('says nothing of what was not observed', () => {
    const [bucket] = useBuckets(steps, [], { from: 0, bucketMs: 10, count: 1 });
    expect(bucket).toEqual({
      at: 0,
      min: undefined,
      max: undefined,
      average: undefined,
      coverage: 0,
    });
  });

  it('keeps the licence-time and the peak, whatever the size', () => {
    const grids = fc.record({ bucketMs: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(anySteps, anySpans, grids, (given, spans, { bucketMs }) => {
        const count = Math.ceil(120 / bucketMs);
        const buckets = useBuckets(given, spans, { from: 0, bucketMs, count });
        const kept = buckets.reduce(
          (sum, { average = 0, coverage }) => sum + average * coverage * bucketMs,
          0,
        );
        const told = [...piecesOf(given, spans)].reduce(
          (sum, { from, to, value }) => sum + value * (to - from),
          0,
        );
        expect(kept).toBeCloseTo(told);
      }),
    );
    fc.assert(
      fc.property(anySteps, grids, (given, { bucketMs }) => {
        const count = Math.ceil(120 / bucketMs);
        const to = count * bucketMs;
        const all = [{ from: 0, to }];
        const buckets = useBuckets(given, all, { from: 0, bucketMs, count });
        expect(Math.max(...buckets.map(({ max }) => max ?? 0))).toBe(findPeak(given, 0, to)?.inUse);
        expect(buckets.reduce((sum, { average = 0 }) => sum + average * bucketMs, 0)).toBeCloseTo(
          licenseMs(given, 0, to),
        );
      }),
    );
  });
});
