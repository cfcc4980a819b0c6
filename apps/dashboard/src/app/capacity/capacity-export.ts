import type {
  EntitlementDto,
  EntitlementReportDto,
  HourOfWeekCellDto,
  ProductLoadDto,
  WhatIfDto,
} from '@license-monitor/api-contract';
import { exportTable, instantCell, type ExportTable } from '../export/export-table';
import { isBeyondOwned } from './seats-owned';

/** Puts a load duration into a table for export: a line for each number of licences. */
export function toLoadExport({ product, model, observedMs, levels }: ProductLoadDto): ExportTable {
  return exportTable(
    ['product', 'model', 'seats', 'atLeastMs', 'observedMs'],
    levels.map(({ seats, atLeastMs }) => [product, model, seats, atLeastMs, observedMs]),
  );
}

/** Puts how many licences were enough into a table for export; empty where that is not known. */
export function toEnoughExport(
  { product, model, enough }: ProductLoadDto,
  owned: number | null,
): ExportTable {
  return exportTable(
    ['product', 'model', 'share', 'enoughByTime', 'enoughByRequests', 'isAtLeast'],
    enough.map(({ share, byTime, byRequests }) => [
      product,
      model,
      share,
      byTime,
      byRequests,
      String(isBeyondOwned(byRequests, owned)),
    ]),
  );
}

/**
 * Puts what is owned into a table for export: a line for each interval. Without seats there is no
 * limit; without a beginning it was ever so, and without an end it is so until further notice.
 */
export function toSeatsExport(items: readonly EntitlementDto[]): ExportTable {
  return exportTable(
    ['product', 'model', 'source', 'seats', 'from', 'to', 'isAssumed', 'otherSources'],
    items.flatMap(({ product, model, intervals }) =>
      intervals.map(({ source, seats, from, to, isAssumed, others }) => [
        product,
        model,
        source,
        seats,
        instantCell(from === 0 ? null : from),
        instantCell(to),
        String(isAssumed),
        others.map((other) => `${other.source} ${other.seats ?? 'unlimited'}`).join(', '),
      ]),
    ),
  );
}

/** Puts the pools of seats into a table for export. */
export function toPoolsExport(items: readonly EntitlementDto[]): ExportTable {
  return exportTable(
    ['product', 'model', 'server', 'seats', 'source', 'validFrom', 'validTo'],
    items.flatMap(({ product, model, pools }) =>
      pools.map(({ server, seats, source, validFrom, validTo }) => [
        product,
        model,
        server,
        seats,
        source,
        instantCell(validFrom),
        instantCell(validTo),
      ]),
    ),
  );
}

/** Puts the last reports of seats into a table for export. */
export function toReportsExport(reports: readonly EntitlementReportDto[]): ExportTable {
  return exportTable(
    ['source', 'origin', 'server', 'takenAt', 'lastSeenAt'],
    reports.map(({ source, origin, server, takenAt, lastSeenAt }) => [
      source,
      origin,
      server,
      instantCell(takenAt),
      instantCell(lastSeenAt),
    ]),
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
