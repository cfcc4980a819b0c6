import type {
  TimelineBarDto,
  TimelineGroupDto,
  TimelineLaneDto,
} from '@license-monitor/api-contract';
import { exportTable, instantCell, type ExportTable } from '../export/export-table';
import { writeTimePoint } from '../view-state/time-point';
import { toWallClock } from '../view-state/zone';

/** A bar as a row of the table that says the same as the plot. */
export interface BarRow extends TimelineBarDto {
  readonly lane: string;
}

/** All bars of all lanes, lane by lane. */
export function toBarRows(lanes: readonly TimelineLaneDto[]): readonly BarRow[] {
  return lanes.flatMap(({ key, bars }) => bars.map((bar) => ({ lane: key, ...bar })));
}

/** Puts the bars into a table for export: the contract's names, instants in UTC and in the zone. */
export function toBarsExport(rows: readonly BarRow[], zone: string): ExportTable {
  const header = [
    ...['lane', 'id', 'sessions', 'product', 'user', 'host'],
    ...['startedAt', `startedAt ${zone}`, 'endedAt', `endedAt ${zone}`, 'closedBy'],
  ];
  return exportTable(
    header,
    rows.map(({ lane, id, sessions, product, user, host, startedAt, endedAt, closedBy }) => [
      ...[lane, id, sessions, product, user, host],
      ...[instantCell(startedAt), toWallClock(startedAt, zone)],
      ...(endedAt === null ? [null, null] : [instantCell(endedAt), toWallClock(endedAt, zone)]),
      closedBy,
    ]),
  );
}

/** An address with the rows behind a bar. */
export interface BarTarget {
  readonly path: '/live' | '/history';
  readonly parameters: Readonly<Record<string, string | null>>;
}

/**
 * Where the sessions of a bar are listed: open ones on the live screen, ended ones in the history of
 * their ends. A bar of several has one product, and else only its lane in common.
 */
export function toBarTarget(bar: TimelineBarDto, group: TimelineGroupDto, lane: string): BarTarget {
  const { sessions, product, user, host, startedAt, endedAt } = bar;
  const shared = { product, user: null, host: null, [group]: lane };
  const names = sessions === 1 ? { product, user, host } : shared;
  if (endedAt === null) return { path: '/live', parameters: { ...names, from: null, to: null } };
  const write = (at: number) => writeTimePoint({ kind: 'at', at });
  const from = sessions === 1 ? endedAt : startedAt;
  // The end of a range is not included.
  return { path: '/history', parameters: { ...names, from: write(from), to: write(endedAt + 1) } };
}
