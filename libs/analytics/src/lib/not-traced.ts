import type { Step } from './concurrency';
import type { Gap } from './coverage';
import type { Span } from './span';

/**
 * The times within [from, to) for which usage tracing of a product was plainly off (log-format.md
 * §6.6): the server refused for want of licences, or said that licences are in use, while the log
 * knows of no use at all. Each such time lasts from the product's last usage line before to its
 * next one after.
 *
 * @param steps U(t) of the product.
 * @param usageLines instants of its usage lines that make no step, such as ends without a grant.
 * @param evidence instants of refusals for want of licences, and of snapshots that show use.
 */
export function findUntraced(
  {
    steps,
    usageLines,
  }: { readonly steps: readonly Step[]; readonly usageLines: readonly number[] },
  evidence: readonly number[],
  { from, to }: Span,
): Gap[] {
  const lines = [...steps.map(({ at }) => at), ...usageLines].sort((a, b) => a - b);
  const gaps = new Map<number, Gap>();
  for (const { at, lineIndex } of unused(steps, lines, evidence)) {
    if (at < from || at >= to) continue;
    const start = Math.max(from, lines[lineIndex - 1] ?? from);
    gaps.set(start, { from: start, to: Math.min(to, lines[lineIndex] ?? to), cause: 'notTraced' });
  }
  return [...gaps.values()];
}

/** The evidence at which nothing was in use, in order, with the index of the next usage line. */
function* unused(steps: readonly Step[], lines: readonly number[], evidence: readonly number[]) {
  let [step, lineIndex, inUse] = [0, 0, 0];
  for (const at of [...evidence].sort((a, b) => a - b)) {
    for (let next; (next = steps[step]) !== undefined && next.at <= at; step++) inUse = next.inUse;
    while ((lines[lineIndex] ?? Infinity) <= at) lineIndex++;
    if (inUse <= 0) yield { at, lineIndex };
  }
}
