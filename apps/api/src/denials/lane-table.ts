import type { DenialSeriesDto, DeniedPointDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';
import type { Table } from '../export/table-file';

type Row = DeniedPointDto & { readonly product: string };

const COLUMNS: readonly Column<Row>[] = [
  ...plain<Row>('product'),
  instant<Row>('at'),
  ...plain<Row>('capacity', 'policy', 'notEnrolled', 'other'),
];

export const toLaneTable = ({ items }: DenialSeriesDto): Table<Row> => ({
  name: 'denial-series',
  columns: COLUMNS,
  rows: items.flatMap(({ product, points }) => points.map((point) => ({ product, ...point }))),
});
