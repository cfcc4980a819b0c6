import type { DeniedRequestsDto } from '@license-monitor/api-contract';
import { instantCell, type ExportTable } from '../export/export-table';
import { toWallClock } from '../view-state/zone';

/** Puts denied requests into a table for export: names of the contract, instants also in the zone. */
export function toDenialsExport(
  { items, windows }: Pick<DeniedRequestsDto, 'items' | 'windows'>,
  zone: string,
): ExportTable {
  const header = [
    'id',
    'at',
    `at ${zone}`,
    'lastAt',
    'denials',
    'server',
    'product',
    'user',
    'host',
    'cause',
    'reason',
    'outcome',
    'waitMs',
    'retryMs',
  ];
  const rows = items.map((request) => [
    request.id,
    instantCell(request.at),
    toWallClock(request.at, zone),
    instantCell(request.lastAt),
    request.denials,
    request.server,
    request.product,
    request.user,
    request.host,
    request.cause,
    request.reason,
    request.outcome,
    request.waitMs,
    windows.retryMs,
  ]);
  return { header, rows };
}
