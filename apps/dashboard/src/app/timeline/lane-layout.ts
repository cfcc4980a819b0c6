import type { TimelineBarDto, TimelineDto, TimelineLaneDto } from '@license-monitor/api-contract';
import { toPlace } from '../plot/plot-scale';
import type { Span } from '../usage/use-plot-data';

/** A bar where it is drawn: along the time in percent, its row counted from the top of its lane. */
export interface LaneBar {
  readonly bar: TimelineBarDto;
  readonly row: number;
  readonly x: number;
  readonly width: number;
}

/** A lane of a timeline, laid out. */
export interface Lane {
  readonly key: string;
  readonly sessionMs: number;
  /** By their starts. */
  readonly bars: readonly LaneBar[];
  readonly rowHeight: number;
  /** From the top of the plot, in pixels; of its first row likewise. */
  readonly top: number;
  readonly rowsTop: number;
  readonly height: number;
  /** Whether more is held at once than there are rows: bars then lie over each other in the last. */
  readonly isCrowded: boolean;
}

/** A lane is not higher than so many rows; a product may be held by hundreds at once. */
export const MAX_ROWS = 30;
/** More bars in one lane than this are joined where they nearly touch: nobody could tell them apart. */
export const MAX_BARS = 400;
const PADDING = 4;
const LOWEST_LANE = 32;
/** Below this share of the width nothing can be seen. */
const NARROWEST = 0.15;
const FIRST_JOIN_SHARE = 1 / 2000;

interface Placed {
  readonly bar: TimelineBarDto;
  readonly row: number;
}

const endOf = ({ endedAt }: TimelineBarDto, { to }: Span): number => Math.min(to, endedAt ?? to);

/** Gives each bar the highest row that is free when it starts. */
function placeInRows(bars: readonly TimelineBarDto[], range: Span): readonly Placed[] {
  const freeAt: number[] = [];
  return [...bars]
    .sort((a, b) => a.startedAt - b.startedAt || a.id - b.id)
    .map((bar) => {
      const free = freeAt.findIndex((at) => at <= bar.startedAt);
      const row = Math.min(free === -1 ? freeAt.length : free, MAX_ROWS);
      freeAt[row] = Math.max(freeAt[row] ?? 0, endOf(bar, range));
      return { bar, row };
    });
}

/** One bar for two of a row and product; it counts what it stands for. */
function join(a: TimelineBarDto, b: TimelineBarDto): TimelineBarDto {
  const isOpen = a.endedAt === null || b.endedAt === null;
  const endedAt = isOpen ? null : Math.max(a.endedAt, b.endedAt);
  return { ...a, endedAt, sessions: a.sessions + b.sessions };
}

/** Joins bars of one row and product that are closer than `gapMs`. */
function joinNear(placed: readonly Placed[], gapMs: number, range: Span): readonly Placed[] {
  const lastOfRow = new Map<number, number>();
  const joined: Placed[] = [];
  for (const { bar, row } of placed) {
    const index = lastOfRow.get(row) ?? joined.length;
    const last = joined[index]?.bar;
    const isNear = last !== undefined && bar.startedAt - endOf(last, range) < gapMs;
    if (isNear && last.product === bar.product) {
      joined[index] = { row, bar: join(last, bar) };
      continue;
    }
    lastOfRow.set(row, joined.length);
    joined.push({ bar, row });
  }
  return joined;
}

function thinOut(placed: readonly Placed[], range: Span): readonly Placed[] {
  const lengthMs = range.to - range.from;
  let thinned = placed;
  for (let share = FIRST_JOIN_SHARE; thinned.length > MAX_BARS && share < 1; share *= 2) {
    thinned = joinNear(placed, lengthMs * share, range);
  }
  return thinned;
}

/** Rows are as high as words where there are few, and thin where there are many. */
function toRowHeight(rows: number): number {
  if (rows <= 4) return 20;
  return rows <= 12 ? 10 : 5;
}

function toLaneBar({ bar, row }: Placed, range: Span): LaneBar {
  const lengthMs = Math.max(1, range.to - range.from);
  const share = (at: number) => (Math.max(0, at - range.from) / lengthMs) * 100;
  const x = share(bar.startedAt);
  const width = Math.max(NARROWEST, share(endOf(bar, range)) - x);
  return { bar, row, x: toPlace(Math.min(x, 100 - NARROWEST)), width: toPlace(width) };
}

function layOutLane({ key, sessionMs, bars }: TimelineLaneDto, range: Span, top: number): Lane {
  const placed = placeInRows(bars, range);
  const isCrowded = placed.some(({ row }) => row === MAX_ROWS);
  const drawn = thinOut(
    placed.map(({ bar, row }) => ({ bar, row: Math.min(row, MAX_ROWS - 1) })),
    range,
  );
  const rows = 1 + drawn.reduce((most, { row }) => Math.max(most, row), 0);
  const rowHeight = toRowHeight(rows);
  const height = Math.max(LOWEST_LANE, rows * rowHeight + 2 * PADDING);
  return {
    key,
    sessionMs,
    bars: drawn.map((one) => toLaneBar(one, range)),
    rowHeight,
    top,
    rowsTop: top + Math.round((height - rows * rowHeight) / 2),
    height,
    isCrowded,
  };
}

/** Lays out the lanes of a timeline one below the other. */
export function layOutLanes({ lanes, from, to }: TimelineDto): readonly Lane[] {
  let top = 0;
  return lanes.map((lane) => {
    const laid = layOutLane(lane, { from, to }, top);
    top += laid.height;
    return laid;
  });
}

/** The place of a bar from the top of the plot, in pixels. */
export function topOfBar({ rowsTop, rowHeight }: Lane, { row }: LaneBar): number {
  return rowsTop + row * rowHeight;
}
