import type { HealthDto, LogFileHealthDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';
import type { Table } from '../export/table-file';

type Row = LogFileHealthDto & { readonly server: string };

const COLUMNS: readonly Column<Row>[] = [
  ...plain<Row>('server', 'file', 'state', 'bytesRead'),
  instant<Row>('lastLineAt'),
  ...plain<Row>('lines', 'events', 'messages', 'quarantined', 'duplicates'),
];

export const toLogFileTable = ({ servers }: HealthDto): Table<Row> => ({
  name: 'health',
  columns: COLUMNS,
  rows: servers.flatMap(({ server, files }) => files.map((file) => ({ server, ...file }))),
});
