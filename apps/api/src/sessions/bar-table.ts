import type { TimelineBarDto, TimelineLaneDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';
import type { Table } from '../export/table-file';

type Row = TimelineBarDto & { readonly lane: string };

const COLUMNS: readonly Column<Row>[] = [
  ...plain<Row>('lane', 'id', 'sessions', 'product', 'user', 'host'),
  instant<Row>('startedAt'),
  instant<Row>('endedAt'),
  ...plain<Row>('closedBy'),
];

export const toBarTable = (lanes: readonly TimelineLaneDto[]): Table<Row> => ({
  name: 'timeline',
  columns: COLUMNS,
  rows: lanes.flatMap(({ key: lane, bars }) => bars.map((bar) => ({ lane, ...bar }))),
});
