import type { EventDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';

/** The columns of exported events: the names of the contract, instants in UTC. */
export const EVENT_COLUMNS: readonly Column<EventDto>[] = [
  ...plain<EventDto>('id', 'type'),
  instant<EventDto>('at'),
  ...plain<EventDto>('timeFlag', 'server', 'product', 'editor', 'user', 'host', 'quantity'),
  ...plain<EventDto>('reason'),
  { name: 'file', read: ({ source }) => source?.file ?? null },
  { name: 'byteOffset', read: ({ source }) => source?.byteOffset ?? null },
];
