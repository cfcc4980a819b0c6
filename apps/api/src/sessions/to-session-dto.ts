import type { LicenseModelDto, ProductInUseDto, SessionDto } from '@license-monitor/api-contract';
import type { InUseRow, SessionRow } from '@license-monitor/db';

const MODELS: Readonly<Record<SessionRow['model'], LicenseModelDto>> = {
  ConcurrentUser: 'concurrentUser',
  NamedUser: 'namedUser',
  Token: 'token',
  Credit: 'credit',
  unknown: 'unknown',
};

export function toSessionDto(row: SessionRow): SessionDto {
  return {
    id: row.id,
    server: row.server,
    product: row.product,
    editor: row.editor,
    user: row.user,
    host: row.host,
    display: row.display,
    model: MODELS[row.model],
    quantity: row.quantity,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    endUncertaintyMs: row.endUncertaintyMs,
    closedBy: row.closedBy,
    uncertainSince: row.uncertainSince,
  };
}

export const toProductInUseDto = (row: InUseRow): ProductInUseDto => ({
  ...row,
  model: MODELS[row.model],
});
