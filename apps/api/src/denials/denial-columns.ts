import type { DeniedRequestDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';

/** The columns of exported requests: the names of the contract, instants in UTC. */
export const DENIAL_COLUMNS: readonly Column<DeniedRequestDto>[] = [
  ...plain<DeniedRequestDto>('id'),
  instant<DeniedRequestDto>('at'),
  instant<DeniedRequestDto>('lastAt'),
  ...plain<DeniedRequestDto>('denials', 'server', 'product', 'user', 'host', 'cause', 'reason'),
  ...plain<DeniedRequestDto>('outcome', 'waitMs'),
];
