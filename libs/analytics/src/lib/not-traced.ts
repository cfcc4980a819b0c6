import type { Gap } from './coverage';
import type { Span } from './span';
import { eachStep, levelsAt, type Steps } from './steps';

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
  { steps, usageLines }: { readonly steps: Steps; readonly usageLines: readonly number[] },
  evidence: readonly number[],
  { from, to }: Span,
): Gap[] {
  const within = evidence.filter((at) => at >= from && at < to).sort((a, b) => a - b);
  // Nearly always all of it finds something in use; then no more of a long history is looked at.
  if (levelsAt(steps, within).every((inUse) => inUse > 0)) return [];
  const gaps = new Map<number, Gap>();
  for (const { lineBefore, lineAfter } of unused(steps, usageLines, within)) {
    const start = Math.max(from, lineBefore ?? from);
    gaps.set(start, { from: start, to: Math.min(to, lineAfter ?? to), cause: 'notTraced' });
  }
  return [...gaps.values()];
}

/** The usage lines on both sides of an instant. */
interface Between {
  readonly lineBefore: number | undefined;
  lineAfter: number | undefined;
}

/** Where the evidence, in order, finds nothing in use: between which usage lines that is. */
function unused(
  steps: Steps,
  usageLines: readonly number[],
  evidence: readonly number[],
): Between[] {
  const lines = [...usageLines].sort((a, b) => a - b);
  const found: Between[] = [];
  let waiting: Between[] = [];
  let [next, nextLine, inUse] = [0, 0, 0];
  let lineBefore: number | undefined;
  const judgeUntil = (until: number): void => {
    for (let at; (at = evidence[next]) !== undefined && at < until; next++) {
      if (inUse <= 0) waiting.push({ lineBefore, lineAfter: undefined });
    }
  };
  const takeLine = (at: number): void => {
    judgeUntil(at);
    for (const one of waiting) one.lineAfter = at;
    found.push(...waiting);
    waiting = [];
    lineBefore = at;
  };
  const takeLinesUntil = (until: number): void => {
    for (let at; (at = lines[nextLine]) !== undefined && at < until; nextLine++) takeLine(at);
  };
  eachStep(steps, (at, after) => {
    takeLinesUntil(at);
    takeLine(at);
    inUse = after;
  });
  takeLinesUntil(Infinity);
  judgeUntil(Infinity);
  return [...found, ...waiting];
}
