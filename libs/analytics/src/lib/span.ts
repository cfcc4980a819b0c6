/** The half-open interval [from, to) of UTC milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Times that are measured: spans that do not overlap, in their order. What is outside is not known,
 * which is not zero.
 */
export type Observed = readonly Span[];

/** How long the spans are altogether, in milliseconds: |O| of features.md §2.0. */
export const totalMs = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + (to - from), 0);

/** Puts spans in order and joins those that touch or overlap; empty ones are left out. */
export function joinSpans(spans: Iterable<Span>): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to <= from) continue;
    const last = joined.at(-1);
    if (last === undefined || last.to < from) joined.push({ from, to });
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return joined;
}

/** The times that are in both: of a report's range and working calendar, what was measured. */
export function intersectSpans(a: Observed, b: Observed): Span[] {
  const common: Span[] = [];
  let [i, j] = [0, 0];
  for (let one, two; (one = a[i]) !== undefined && (two = b[j]) !== undefined;) {
    const span = { from: Math.max(one.from, two.from), to: Math.min(one.to, two.to) };
    if (span.from < span.to) common.push(span);
    if (one.to <= two.to) i++;
    else j++;
  }
  return common;
}
