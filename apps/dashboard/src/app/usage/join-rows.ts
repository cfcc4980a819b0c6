import type { DenialCountsDto } from '@license-monitor/api-contract';
import type { SeriesRow } from './series-rows';

const lengthOf = ({ at, to }: SeriesRow): number => to - at;
const observedOf = (row: SeriesRow): number => row.coverage * lengthOf(row);
const sumOf = (rows: readonly SeriesRow[], read: (row: SeriesRow) => number): number =>
  rows.reduce((sum, row) => sum + read(row), 0);

function sumCounts(rows: readonly SeriesRow[]): DenialCountsDto {
  return {
    capacity: sumOf(rows, ({ denials }) => denials.capacity),
    policy: sumOf(rows, ({ denials }) => denials.policy),
    notEnrolled: sumOf(rows, ({ denials }) => denials.notEnrolled),
    other: sumOf(rows, ({ denials }) => denials.other),
  };
}

function joinTimes(rows: readonly [SeriesRow, ...SeriesRow[]]): SeriesRow {
  const [first] = rows;
  const last = rows.at(-1) ?? first;
  const known = rows.filter(({ average }) => average !== null);
  const observedMs = sumOf(known, observedOf);
  const leasts = known.flatMap(({ min }) => min ?? []);
  const before = rows.flatMap((row) => row.before ?? []);
  const mosts = known.flatMap(({ max }) => max ?? []);
  return {
    at: first.at,
    to: last.to,
    min: leasts.length === 0 ? null : Math.min(...leasts),
    max: mosts.length === 0 ? null : Math.max(...mosts),
    average:
      observedMs === 0
        ? null
        : sumOf(known, (row) => (row.average ?? 0) * observedOf(row)) / observedMs,
    coverage: sumOf(rows, observedOf) / Math.max(1, sumOf(rows, lengthOf)),
    owned: first.owned,
    denials: sumCounts(rows),
    before: before.length === 0 ? null : Math.max(...before),
  };
}

/**
 * Joins neighbouring times, so that few lines tell the whole range: no peak is lost, averages are
 * weighted by the time that was observed, and what nothing is known of stays unknown.
 */
export function joinRows(rows: readonly SeriesRow[], most: number): readonly SeriesRow[] {
  const size = Math.max(1, Math.ceil(rows.length / most));
  if (size === 1) return rows;
  const joined: SeriesRow[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const [first, ...others] = rows.slice(start, start + size);
    if (first !== undefined) joined.push(joinTimes([first, ...others]));
  }
  return joined;
}
