import type { ProductUsageDto } from '@license-monitor/api-contract';
import { exportTable, instantCell, type ExportTable } from '../export/export-table';
import { toWallClock } from '../view-state/zone';

/** Puts the products of the overview into a table for export, with the columns of the API's file. */
export function toOverviewExport(products: readonly ProductUsageDto[], zone: string): ExportTable {
  const header = [
    'product',
    'editor',
    'model',
    'sessions',
    'licenses',
    'users',
    'hosts',
    'entitlement',
    'peakToday',
    'peakTodayAt',
    `peakTodayAt ${zone}`,
    'denialsCapacity',
    'denialsPolicy',
    'denialsNotEnrolled',
    'denialsOther',
  ];
  const rows = products.map(({ denialsToday, peakTodayAt, ...product }) => [
    product.product,
    product.editor,
    product.model,
    product.sessions,
    product.licenses,
    product.users,
    product.hosts,
    product.entitlement,
    product.peakToday,
    instantCell(peakTodayAt),
    peakTodayAt === null ? null : toWallClock(peakTodayAt, zone),
    denialsToday.capacity,
    denialsToday.policy,
    denialsToday.notEnrolled,
    denialsToday.other,
  ]);
  return exportTable(header, rows);
}
