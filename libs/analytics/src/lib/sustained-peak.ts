import type { Peak, Step } from './concurrency';
import { joinSpans, type Observed } from './span';
import { piecesOf, type Piece } from './step-function';

/** How long a peak must last to be more than a licence that is handed on, in milliseconds. */
export const SUSTAINED_MS = 5 * 60_000;

/**
 * The sustained peak P_d = max_t min_{u ∈ [t, t+d]} U(u) (features.md §2.2): the most licences that
 * were in use for `sustainedMs` on end, and when that first began.
 *
 * @returns undefined where no observed time is that long.
 */
export function sustainedPeak(
  steps: readonly Step[],
  observed: Observed,
  sustainedMs = SUSTAINED_MS,
): Peak | undefined {
  let best: Peak | undefined;
  for (const span of joinSpans(observed)) {
    const found = peakWithin([...piecesOf(steps, [span])], sustainedMs);
    if (found !== undefined && found.inUse > (best?.inUse ?? -1)) best = found;
  }
  return best;
}

/**
 * Each piece begins a stretch on which at least as much is in use; the pieces are kept by rising
 * value, so each is looked at twice in all.
 */
function peakWithin(pieces: readonly Piece[], sustainedMs: number): Peak | undefined {
  const open: { from: number; value: number }[] = [];
  let best: Peak | undefined;
  const close = (to: number, value: number): number => {
    let from = to;
    for (let last; (last = open.at(-1)) !== undefined && last.value > value; open.pop()) {
      from = last.from;
      const isLong = to - from >= sustainedMs;
      if (isLong && isBetter({ inUse: last.value, at: from }, best))
        best = { inUse: last.value, at: from };
    }
    return from;
  };
  for (const { from, value } of pieces) {
    const since = close(from, value);
    if (open.at(-1)?.value !== value) open.push({ from: since, value });
  }
  const end = pieces.at(-1)?.to;
  if (end !== undefined) close(end, -1);
  return best;
}

const isBetter = (one: Peak, other: Peak | undefined): boolean =>
  other === undefined ||
  one.inUse > other.inUse ||
  (one.inUse === other.inUse && one.at < other.at);
