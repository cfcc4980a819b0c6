import { firstIndex } from './first-index';
import { joinSpans, type Span } from './span';

/**
 * Prepares to tell how much of a time lies within the spans, in milliseconds. Cost: n log n once,
 * log n for each question.
 */
export function timeWithin(spans: Iterable<Span>): (from: number, to: number) => number {
  const joined = joinSpans(spans);
  const earlierMs: number[] = [];
  let sum = 0;
  for (const { from, to } of joined) {
    earlierMs.push(sum);
    sum += to - from;
  }
  const until = (at: number): number => {
    const index = firstIndex(joined.length, (one) => (joined[one]?.from ?? Infinity) >= at) - 1;
    const span = joined[index];
    if (span === undefined) return 0;
    return (earlierMs[index] ?? 0) + Math.min(at, span.to) - span.from;
  };
  return (from, to) => Math.max(0, until(to) - until(from));
}
