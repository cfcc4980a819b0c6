import type { CapacityReport, CaseProduct } from './case-facts';
import type { EntitlementAnswer, UtilisationAnswer } from './conformance-case';
import type { CaseRange, UsePiece } from './count-use';

/** How many seats there were during a time. */
interface SeatPiece extends CaseRange {
  readonly seats: number;
}

/**
 * The seats of a product, by the admin output that was written down: a report holds until the next
 * one, a pool until it expires, and pools add up (log-format.md §10.3). Clipped to the range; null
 * where no report tells of the product.
 */
export function seatPieces(
  reports: readonly CapacityReport[],
  product: CaseProduct,
  range: CaseRange,
): SeatPiece[] | null {
  const told = reports.map(({ at, pools }) => ({
    at,
    pools: pools.filter((pool) => pool.product === product),
  }));
  if (told.every(({ pools }) => pools.length === 0)) return null;
  const pieces = told.flatMap(({ at, pools }, index) => {
    const from = Math.max(at, range.from);
    const to = Math.min(told[index + 1]?.at ?? Infinity, range.to);
    const edges = pools.map(({ expiresAt }) => expiresAt + 1).filter((at) => at > from && at < to);
    const starts = [from, ...new Set(edges.sort((a, b) => a - b))];
    return starts.map((start, next) => ({
      from: start,
      to: starts[next + 1] ?? to,
      seats: pools
        .filter(({ expiresAt }) => expiresAt >= start)
        .reduce((sum, { seats }) => sum + seats, 0),
    }));
  });
  return joinEqual(pieces.filter(({ from, to }) => from < to));
}

/** The pieces as answers: what still holds at the end of the range has no end. */
export function toEntitlements(pieces: readonly SeatPiece[], to: number): EntitlementAnswer[] {
  return pieces.map((piece) => ({ ...piece, to: piece.to < to ? piece.to : null }));
}

/** What was in use of what there was (features.md §2.3, §2.4), while the latter is known. */
export function utilise(use: readonly UsePiece[], seats: readonly SeatPiece[]): UtilisationAnswer {
  const sum = { usedMs: 0, capacityMs: 0, fullMs: 0 };
  for (const stock of seats) {
    for (const piece of use) {
      const ms = Math.min(stock.to, piece.to) - Math.max(stock.from, piece.from);
      if (ms <= 0) continue;
      sum.usedMs += piece.inUse * ms;
      sum.capacityMs += stock.seats * ms;
      if (piece.inUse >= stock.seats) sum.fullMs += ms;
    }
  }
  return sum;
}

function joinEqual(pieces: readonly SeatPiece[]): SeatPiece[] {
  const joined: SeatPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.seats === piece.seats && last.to === piece.from) {
      joined[joined.length - 1] = { ...last, to: piece.to };
    } else joined.push(piece);
  }
  return joined;
}
