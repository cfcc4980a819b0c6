import type {
  DurationMs,
  EpochMs,
  GapDto,
  ProductSeriesDto,
  UsageSeriesDto,
} from '@license-monitor/api-contract';
import { seatNumberAt } from '../capacity/seats-owned';

/** A range of time, half-open. */
export interface Span {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** What is drawn of one product: corners of steps, ready to be joined by straight lines. */
export interface UsePlotData extends Span {
  readonly x: readonly EpochMs[];
  readonly min: readonly (number | null)[];
  readonly max: readonly (number | null)[];
  readonly owned: readonly (number | null)[];
  /** Most in use in an earlier range, each at the time it is compared with; null where not known. */
  readonly before: readonly (number | null)[];
  /** Times of which nothing is known, in order and apart. */
  readonly gaps: readonly Span[];
  /** The greatest value of the y axis. */
  readonly top: number;
}

/** Joins times that touch or overlap. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    } else joined.push({ from, to });
  }
  return joined;
}

/** Room above the highest line, for its label. */
const HEAD_ROOM = 1.12;

/**
 * Makes the corners of the steps: each of the equal times has one at its start and one at its end, so
 * that values stand still in between and what is not known leaves a gap, to the pixel.
 */
export function toUsePlotData(
  { from, to, bucketMs }: Pick<UsageSeriesDto, 'from' | 'to' | 'bucketMs'>,
  { points, entitlements, gaps }: Pick<ProductSeriesDto, 'points' | 'entitlements' | 'gaps'>,
  before?: Pick<ProductSeriesDto, 'points'>,
): UsePlotData {
  const corners = points.flatMap((point, index) => {
    // Seats that change meanwhile step at the end: a slope would be no number of seats.
    const owned = seatNumberAt(entitlements, point.at);
    const end = Math.min(to, point.at + bucketMs);
    const then = before?.points[index]?.max ?? null;
    return [point.at, end].map((at) => ({ at, point, owned, then }));
  });
  const values = corners.flatMap(({ point, owned, then }) => [
    point.max ?? 0,
    owned ?? 0,
    then ?? 0,
  ]);
  return {
    from,
    to,
    x: corners.map(({ at }) => at),
    min: corners.map(({ point }) => point.min),
    max: corners.map(({ point }) => point.max),
    owned: corners.map(({ owned }) => owned),
    before: corners.map(({ then }) => then),
    gaps: joinSpans(gaps),
    top: Math.max(2, Math.ceil(HEAD_ROOM * values.reduce((a, b) => Math.max(a, b), 0))),
  };
}

/** A time that was not observed, and why, as far as both are known. */
export interface UnobservedTime extends Span {
  readonly causes: readonly GapDto['cause'][];
}

/** Joins gaps that touch or overlap, with all their causes. */
export function toUnobserved(gaps: readonly GapDto[]): readonly UnobservedTime[] {
  return joinSpans(gaps).map(({ from, to }) => {
    const own = gaps.filter((gap) => gap.from >= from && gap.to <= to);
    return { from, to, causes: [...new Set(own.map(({ cause }) => cause))] };
  });
}

/** Says how long times are altogether. */
export function totalMs(spans: readonly Span[]): DurationMs {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
