import type { HourOfWeekCellDto, ProductLoadDto, WhatIfDto } from '@license-monitor/api-contract';
import { writeCsv } from '../export/csv';

/** Writes a load duration as CSV: a line for each number of licences. */
export function writeLoadCsv({ product, model, observedMs, levels }: ProductLoadDto): string {
  return writeCsv(
    ['product', 'model', 'seats', 'atLeastMs', 'observedMs'],
    levels.map(({ seats, atLeastMs }) => [product, model, seats, atLeastMs, observedMs]),
  );
}

/** Writes the hours of the week as CSV; `zone` tells whose clock they are of. */
export function writeWeekCsv(
  product: string,
  cells: readonly HourOfWeekCellDto[],
  zone: string,
): string {
  return writeCsv(
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

/** Writes what would have been with each number of licences as CSV. */
export function writeWhatIfCsv({ product, model, requests, curve }: WhatIfDto): string {
  return writeCsv(
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
