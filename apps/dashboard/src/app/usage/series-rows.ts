import type {
  DenialCountsDto,
  EpochMs,
  Licenses,
  ProductSeriesDto,
  UsageSeriesDto,
  UsePointDto,
} from '@license-monitor/api-contract';
import { toUsageKey } from '../data/product-key';
import { instantCell, type ExportTable } from '../export/export-table';
import { denialCauses } from '../view-state/view-query';
import { toWallClock } from '../view-state/zone';
import { seatNumberAt } from '../capacity/seats-owned';

/** One of the equal times of a series, with everything that is drawn of it. */
export interface SeriesRow extends UsePointDto {
  readonly to: EpochMs;
  /** Null where it is not known, or without limit. */
  readonly owned: number | null;
  readonly denials: DenialCountsDto;
  /** Most in use in the same time of the earlier range; null where that is not known, or not asked. */
  readonly before: Licenses | null;
}

const noDenials: DenialCountsDto = { capacity: 0, policy: 0, notEnrolled: 0, other: 0 };

/** The same product in the earlier range; undefined where none was asked for, or it was not there. */
export const findBefore = (
  { compare }: Pick<UsageSeriesDto, 'compare'>,
  item: ProductSeriesDto,
): ProductSeriesDto | undefined =>
  compare?.items.find((one) => toUsageKey(one) === toUsageKey(item));

/** The rows of the table that says what the plot shows. */
export function toSeriesRows(
  { to, bucketMs }: Pick<UsageSeriesDto, 'to' | 'bucketMs'>,
  { points, denials, entitlements }: ProductSeriesDto,
  before?: ProductSeriesDto,
): readonly SeriesRow[] {
  const denialsAt = new Map(denials.map((point) => [point.at, point]));
  return points.map((point, index) => ({
    ...point,
    to: Math.min(to, point.at + bucketMs),
    owned: seatNumberAt(entitlements, point.at),
    denials: denialsAt.get(point.at) ?? noDenials,
    before: before?.points[index]?.max ?? null,
  }));
}

/** Puts series into a table for export: the contract's names, instants in UTC and in the zone. */
export function toSeriesExport(series: UsageSeriesDto, zone: string): ExportTable {
  const header = [
    'product',
    'editor',
    'model',
    'at',
    `at ${zone}`,
    'to',
    'min',
    'max',
    'average',
    'coverage',
    'seats',
    ...denialCauses,
    ...(series.compare === null ? [] : ['maxBefore']),
  ];
  const rows = series.items.flatMap((item) =>
    toSeriesRows(series, item, findBefore(series, item)).map((row) => [
      item.product,
      item.editor,
      item.model,
      instantCell(row.at),
      toWallClock(row.at, zone),
      instantCell(row.to),
      row.min,
      row.max,
      row.average,
      row.coverage,
      row.owned,
      ...denialCauses.map((cause) => row.denials[cause]),
      ...(series.compare === null ? [] : [row.before]),
    ]),
  );
  return { header, rows };
}
