import type { ConformanceCase } from '../lib/conformance/conformance-case';
import type { FoundSession } from './pair-case-lines';
import { piecesOf } from './recount-use';

interface Pool {
  readonly takenAt: number;
  readonly product: string;
  readonly seats: number;
  readonly expiresAt: number;
}

/** Reads the pools of all reports from their text. */
export function readPools({ files, settings }: ConformanceCase): Pool[] {
  const reports = files.filter(({ path }) => path.startsWith('capacity/'));
  return reports.flatMap(({ path, text }) => {
    const stamp = /(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.csv$/.exec(path)!.slice(1);
    const takenAt = instantOf(stamp.map(Number), settings.timeZone);
    const [header, ...rows] = text.slice(text.indexOf('Editor,')).split('\n');
    const columns = header!.split(',');
    const cellOf = (row: string, name: string) => row.split(',')[columns.indexOf(name)]!;
    // All that stands on a row before its holder is the pool: rows of one pool are equal there.
    const stocks = rows
      .filter((row) => row.includes(','))
      .map((row) => row.split(',').slice(0, columns.indexOf('Tokens')).join(','));
    return [...new Set(stocks)].map((row) => ({
      takenAt,
      product: cellOf(row, 'Feature'),
      seats: Number(cellOf(row, 'Count')),
      expiresAt: instantOf(
        cellOf(row, 'Expiration Date').split(/\D/).map(Number),
        settings.timeZone,
      ),
    }));
  });
}

/** Seats at an instant; undefined before the first report. */
function seatsAt(pools: readonly Pool[], product: string, at: number): number | undefined {
  const latest = Math.max(...pools.map(({ takenAt }) => takenAt).filter((taken) => taken <= at));
  if (latest === Number.NEGATIVE_INFINITY) return undefined;
  return pools
    .filter((pool) => pool.takenAt === latest && pool.product === product && pool.expiresAt >= at)
    .reduce((sum, { seats }) => sum + seats, 0);
}

/** Entitlements and utilisation, asked for piece by piece between all edges. */
export function recountCapacity(
  pools: readonly Pool[],
  product: string,
  sessions: readonly FoundSession[],
  range: { readonly from: number; readonly to: number },
) {
  if (pools.every((pool) => pool.product !== product)) {
    return { entitlements: null, utilisation: null };
  }
  const edges = pools.flatMap(({ takenAt, expiresAt }) => [takenAt, expiresAt + 1]);
  const utilisation = { usedMs: 0, capacityMs: 0, fullMs: 0 };
  const entitlements: { from: number; to: number | null; seats: number }[] = [];
  for (const { from, to, inUse } of piecesOf(sessions, range, edges)) {
    const seats = seatsAt(pools, product, from);
    if (seats === undefined) continue;
    utilisation.usedMs += inUse * (to - from);
    utilisation.capacityMs += seats * (to - from);
    if (inUse >= seats) utilisation.fullMs += to - from;
    const last = entitlements.at(-1);
    const end = to === range.to ? null : to;
    if (last?.seats === seats) last.to = end;
    else entitlements.push({ from, to: end, seats });
  }
  return { entitlements, utilisation };
}

/** Away from changes of the clock, one look at the offset is enough. */
function instantOf(parts: readonly number[], timeZone: string): number {
  const [year, month, day, hour, minute, second] = parts;
  const wall = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
  const read = new Date(wall).toLocaleString('sv-SE', { timeZone });
  return 2 * wall - Date.parse(`${read.replace(' ', 'T')}Z`);
}
