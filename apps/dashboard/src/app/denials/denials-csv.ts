import type { DeniedRequestsDto } from '@license-monitor/api-contract';
import { writeCsv } from '../export/csv';
import { toWallClock } from '../view-state/zone';
import { toIsoInstant } from '../wording/instant';

/** Writes denied requests as CSV: the contract's names, instants in UTC and in the zone. */
export function writeDenialsCsv(
  { items, windows }: Pick<DeniedRequestsDto, 'items' | 'windows'>,
  zone: string,
): string {
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
    toIsoInstant(request.at),
    toWallClock(request.at, zone),
    toIsoInstant(request.lastAt),
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
  return writeCsv(header, rows);
}
