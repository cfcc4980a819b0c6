import type { DenialExplanationDto, SessionDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';
import type { Table } from '../export/table-file';

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

export const toHolderTable = ({ holders }: DenialExplanationDto): Table<SessionDto> => ({
  name: 'holders',
  columns: SESSION_COLUMNS,
  rows: holders,
});
