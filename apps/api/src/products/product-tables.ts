import type { OverviewDto, ProductInUseDto, ProductUsageDto } from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';
import type { Table } from '../export/table-file';

const inUse = <Row extends ProductInUseDto>(): Column<Row>[] =>
  plain<Row>('product', 'editor', 'model', 'sessions', 'licenses', 'users', 'hosts');

export const toProductTable = (rows: readonly ProductInUseDto[]): Table<ProductInUseDto> => ({
  name: 'products',
  columns: inUse(),
  rows,
});

const OVERVIEW_COLUMNS: readonly Column<ProductUsageDto>[] = [
  ...inUse<ProductUsageDto>(),
  ...plain<ProductUsageDto>('entitlement', 'peakToday'),
  instant<ProductUsageDto>('peakTodayAt'),
  { name: 'denialsCapacity', read: ({ denialsToday }) => denialsToday.capacity },
  { name: 'denialsPolicy', read: ({ denialsToday }) => denialsToday.policy },
  { name: 'denialsNotEnrolled', read: ({ denialsToday }) => denialsToday.notEnrolled },
  { name: 'denialsOther', read: ({ denialsToday }) => denialsToday.other },
];

export const toOverviewTable = ({ products }: OverviewDto): Table<ProductUsageDto> => ({
  name: 'overview',
  columns: OVERVIEW_COLUMNS,
  rows: products,
});
