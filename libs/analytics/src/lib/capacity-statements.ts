/** Who says how many seats there are. */
export type CapacitySource = 'manual' | 'usageCsv' | 'usageText' | 'licenseInfo';

/** Seats of one stock, and from when to when they may be given. */
export interface CapacityPool {
  /** Tells the pool from others of the same report. */
  readonly key: string;
  /** Null: without limit. */
  readonly seats: number | null;
  /** UTC milliseconds; null: no start is written. */
  readonly from: number | null;
  /** UTC milliseconds, exclusive; null: no end is written. */
  readonly to: number | null;
}

/** A complete report of one source, narrowed to one product and model: no pools means none owned. */
export interface CapacityReport {
  readonly source: CapacitySource;
  /** When it was taken, UTC milliseconds. */
  readonly from: number;
  /** When it was withdrawn, exclusive; null: it holds until the next one of its source. */
  readonly to: number | null;
  readonly pools: readonly CapacityPool[];
}

/** What one source says of a time. */
export interface CapacityStatement {
  readonly from: number;
  /** Exclusive; infinite where nothing ends it. */
  readonly to: number;
  /** Null: without limit. */
  readonly seats: number | null;
  /** Whether it is concluded from a later report, or from a date that is not written. */
  readonly isAssumed: boolean;
}

/** Before any licence server, in UTC milliseconds: where what has no start begins. */
const SINCE_EVER = 0;

/**
 * What one source says over time, as pieces in order that do not overlap. Where it says nothing there
 * is none.
 *
 * @param reports of one source, in any order; of several taken at one instant the last one counts.
 */
export function capacityStatements(
  source: CapacitySource,
  reports: readonly CapacityReport[],
): CapacityStatement[] {
  const inOrder = [...reports].sort((a, b) => a.from - b.from);
  if (source === 'manual') return inOrder.slice(-1).flatMap(readByHand);
  return inOrder.flatMap((report, index) => {
    const next = inOrder[index + 1];
    const past = source === 'licenseInfo' && index === 0 ? readPast(report) : [];
    return [...past, ...readPoll(report, next)];
  });
}

/** A file kept by hand speaks of the times that it names, and of nothing else. */
function readByHand({ from: takenAt, to, pools }: CapacityReport): CapacityStatement[] {
  const window = { from: SINCE_EVER, to: to ?? Infinity };
  const edges = [takenAt, ...edgesOf(pools)];
  return cut(window, edges).flatMap((piece) => {
    const active = pools.filter((pool) => isWithin(piece.from, pool));
    if (active.length === 0) return [];
    const isAssumed = piece.from < takenAt && active.some(({ from }) => from === null);
    return [{ ...piece, seats: sumSeats(active), isAssumed }];
  });
}

/**
 * What the first list of enrolled licences says of the time before it. Licences that were over by
 * then are not in it, so nothing is known where none had begun.
 */
function readPast({ from: takenAt, pools }: CapacityReport): CapacityStatement[] {
  const begun = pools.filter(({ from }) => from !== null);
  return cut({ from: SINCE_EVER, to: takenAt }, edgesOf(begun)).flatMap((piece) => {
    const active = begun.filter((pool) => isWithin(piece.from, pool));
    return active.length === 0 ? [] : [{ ...piece, seats: sumSeats(active), isAssumed: true }];
  });
}

/** A poll holds until the next one. The last one is silent once all it told of has expired. */
function readPoll(report: CapacityReport, next: CapacityReport | undefined): CapacityStatement[] {
  const { from, pools } = report;
  const end = Math.min(report.to ?? Infinity, next?.from ?? expiryOf(pools));
  return cut({ from, to: end }, edgesOf(pools)).map((piece) => ({
    ...piece,
    seats: sumSeats(pools.filter((pool) => isWithin(piece.from, pool))),
    isAssumed: false,
  }));
}

function expiryOf(pools: readonly CapacityPool[]): number {
  return pools.length === 0 ? Infinity : Math.max(...pools.map(({ to }) => to ?? Infinity));
}

const isWithin = (at: number, { from, to }: CapacityPool) =>
  (from ?? -Infinity) <= at && at < (to ?? Infinity);

const edgesOf = (pools: readonly CapacityPool[]) =>
  pools.flatMap(({ from, to }) => [from, to].filter((edge) => edge !== null));

function sumSeats(pools: readonly CapacityPool[]): number | null {
  return addSeats(pools.map(({ seats }) => seats));
}

/** Adds seats up; null, which is without limit, where one of them is. */
export function addSeats(all: readonly (number | null)[]): number | null {
  return all.reduce<number | null>(
    (sum, seats) => (sum === null || seats === null ? null : sum + seats),
    0,
  );
}

/** Cuts a time at the edges within it; each piece is of some length. */
export function cut(
  window: { readonly from: number; readonly to: number },
  edges: readonly number[],
): { from: number; to: number }[] {
  const within = edges.filter((edge) => edge > window.from && edge < window.to);
  const starts = [...new Set([window.from, ...within])].sort((a, b) => a - b);
  return starts
    .map((from, index) => ({ from, to: starts[index + 1] ?? window.to }))
    .filter(({ from, to }) => from < to);
}
