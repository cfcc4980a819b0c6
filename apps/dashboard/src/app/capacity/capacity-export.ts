import type { HourOfWeekCellDto, ProductLoadDto, WhatIfDto } from '@license-monitor/api-contract';
import { exportTable, type ExportTable } from '../export/export-table';

/** Puts a load duration into a table for export: a line for each number of licences. */
export function toLoadExport({ product, model, observedMs, levels }: ProductLoadDto): ExportTable {
  return exportTable(
    ['product', 'model', 'seats', 'atLeastMs', 'observedMs'],
    levels.map(({ seats, atLeastMs }) => [product, model, seats, atLeastMs, observedMs]),
  );
}

/** Puts the hours of the week into a table for export; `zone` tells whose clock they are of. */
export function toWeekExport(
  product: string,
  cells: readonly HourOfWeekCellDto[],
  zone: string,
): ExportTable {
  return exportTable(
    ['product', `weekday ${zone}`, 'hour', 'observedMs', 'peak', 'average', 'grants', 'denials'],
    cells.map(({ weekday, hour, observedMs, peak, average, grants, denials }) => [
      product,
      weekday,
      hour,
      observedMs,
      peak,
      average,
      grants,
      denials,
    ]),
  );
}

/** Puts what would have been with each number of licences into a table for export. */
export function toWhatIfExport({ product, model, requests, curve }: WhatIfDto): ExportTable {
  return exportTable(
    ['product', 'model', 'seats', 'requests', 'blocked', 'blockedShare', 'blockedPeople'],
    curve.map(({ seats, blocked, blockedShare, blockedPeople }) => [
      product,
      model,
      seats,
      requests,
      blocked,
      blockedShare,
      blockedPeople,
    ]),
  );
}
