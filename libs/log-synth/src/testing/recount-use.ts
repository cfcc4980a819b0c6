import type { FoundSession } from './pair-case-lines';

const SUSTAINED_MS = 300_000;

type Range = { readonly from: number; readonly to: number };

/** Licences in use just after a line. */
export function inUseAfter(sessions: readonly FoundSession[], at: number, line: number): number {
  const open = sessions.filter(
    (one) =>
      (one.start < at || (one.start === at && one.startLine <= line)) &&
      (one.end > at || (one.end === at && one.endLine > line)),
  );
  return licensesOf(open);
}

/** The greatest use, after each line that begins a session, and at the start of the range. */
export function recountPeak(sessions: readonly FoundSession[], { from, to }: Range) {
  const moments = [
    { at: from, line: -1 },
    ...sessions.map(({ start, startLine }) => ({ at: start, line: startLine })),
  ].filter(({ at }) => at >= from && at < to);
  const uses = moments.map(({ at, line }) => ({ at, inUse: inUseAfter(sessions, at, line) }));
  const peak = Math.max(...uses.map(({ inUse }) => inUse));
  const first = Math.min(...uses.filter(({ inUse }) => inUse === peak).map(({ at }) => at));
  return { peak, peakAt: peak === 0 ? null : first };
}

/** Pieces of some length between all edges; what is in use is asked for in the middle of each. */
export function piecesOf(
  sessions: readonly FoundSession[],
  { from, to }: Range,
  edges: readonly number[] = [],
) {
  const all = [from, to, ...edges, ...sessions.flatMap(({ start, end }) => [start, end])];
  const within = [...new Set(all.filter((at) => at >= from && at <= to))].sort((a, b) => a - b);
  return within.slice(0, -1).map((at, index) => {
    const next = within[index + 1]!;
    return { from: at, to: next, inUse: inUseAfter(sessions, (at + next) / 2, Infinity) };
  });
}

/** The greatest level of which one stretch is long enough: from the top down. */
export function recountSustained(sessions: readonly FoundSession[], range: Range): number {
  const pieces = piecesOf(sessions, range);
  for (let level = Math.max(...pieces.map(({ inUse }) => inUse)); level > 0; level -= 1) {
    let length = 0;
    for (const piece of pieces) {
      length = piece.inUse >= level ? length + piece.to - piece.from : 0;
      if (length >= SUSTAINED_MS) return level;
    }
  }
  return 0;
}

/** Licence time without a step function: of each holder, the length of all sessions laid together. */
export function recountLicenseMs(sessions: readonly FoundSession[], range: Range): number {
  const clipped = sessions.map((one) => ({
    holder: holderOf(one),
    quantity: isSummed(one) ? one.quantity : 1,
    from: Math.max(one.start, range.from),
    to: Math.min(one.end, range.to),
  }));
  const real = clipped.filter(({ from, to }) => from < to);
  const holders = new Set(real.map(({ holder }) => holder));
  return [...holders].reduce((sum, holder) => {
    const own = real.filter((one) => one.holder === holder).sort((a, b) => a.from - b.from);
    let until = Number.NEGATIVE_INFINITY;
    let ms = 0;
    for (const { from, to, quantity } of own) {
      ms += Math.max(0, to - Math.max(from, until)) * quantity;
      until = Math.max(until, to);
    }
    return sum + ms;
  }, 0);
}

const isSummed = ({ model }: FoundSession) => model === 'Token' || model === 'Credit';

/** Tokens are not shared: each session is a holder of its own. */
function holderOf(session: FoundSession): string {
  if (isSummed(session)) return `line ${session.startLine}`;
  return session.model === 'NamedUser' ? session.user : session.seat;
}

function licensesOf(open: readonly FoundSession[]): number {
  const held = new Map(open.map((one) => [holderOf(one), isSummed(one) ? one.quantity : 1]));
  return [...held.values()].reduce((sum, quantity) => sum + quantity, 0);
}
