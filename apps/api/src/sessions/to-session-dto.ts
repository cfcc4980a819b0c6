import { isPossiblyOffline } from '@license-monitor/analytics';
import type { LicenseModelDto, ProductInUseDto, SessionDto } from '@license-monitor/api-contract';
import type { InUseRow, SessionRow } from '@license-monitor/db';

const MODELS: Readonly<Record<SessionRow['model'], LicenseModelDto>> = {
  ConcurrentUser: 'concurrentUser',
  NamedUser: 'namedUser',
  Token: 'token',
  Credit: 'credit',
  unknown: 'unknown',
};

export const toModelDto = (model: SessionRow['model']): LicenseModelDto => MODELS[model];

/** @param now UTC milliseconds: how long an open session has lasted is seen from there. */
export function toSessionDto(row: SessionRow, now: number): SessionDto {
  const { startedAt, endedAt, isNegative } = row;
  const isConcurrent = row.model === 'ConcurrentUser';
  return {
    id: row.id,
    server: row.server,
    product: row.product,
    editor: row.editor,
    user: row.user,
    host: row.host,
    display: row.display,
    model: toModelDto(row.model),
    quantity: row.quantity,
    startedAt,
    endedAt,
    endUncertaintyMs: row.endUncertaintyMs,
    closedBy: row.closedBy,
    uncertainSince: row.uncertainSince,
    isNegative,
    isPossiblyOffline: isPossiblyOffline({ isConcurrent, startedAt, endedAt }, now),
  };
}

export const toProductInUseDto = (row: InUseRow): ProductInUseDto => ({
  ...row,
  model: toModelDto(row.model),
});
