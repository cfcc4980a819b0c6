import fc from 'fast-check';
import type { Step } from '../lib/concurrency';
import type { Span } from '../lib/span';

/** Steps between 0 and 100, as a sweep over sessions gives them. */
export const anySteps: fc.Arbitrary<Step[]> = fc
  .array(fc.record({ at: fc.nat(100), inUse: fc.nat(6) }), { maxLength: 20 })
  .map((steps) => steps.sort((a, b) => a.at - b.at));

/** Spans between 0 and 120 that do not overlap, in their order. */
export const anySpans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.nat(120), { maxLength: 8 })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((from, index) => {
      const to = edges[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    }),
  );

/** The value of a step function at an instant, by its definition. */
export const valueAt = (steps: readonly Step[], at: number): number =>
  steps.findLast((step) => step.at <= at)?.inUse ?? 0;

/** The whole milliseconds of the spans. */
export const instantsOf = (spans: readonly Span[]): number[] =>
  spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset));
