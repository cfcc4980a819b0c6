import type { SessionDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';

/** The columns of exported sessions: the names of the contract, instants in UTC. */
export const SESSION_COLUMNS: readonly Column<SessionDto>[] = [
  ...plain<SessionDto>('id', 'server', 'product', 'editor', 'user', 'host', 'display'),
  ...plain<SessionDto>('model', 'quantity'),
  instant<SessionDto>('startedAt'),
  instant<SessionDto>('endedAt'),
  ...plain<SessionDto>('endUncertaintyMs', 'closedBy'),
  instant<SessionDto>('uncertainSince'),
  ...plain<SessionDto>('isNegative', 'isPossiblyOffline'),
];
