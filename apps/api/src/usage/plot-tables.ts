import type {
  EntitlementDto,
  EntitlementsDto,
  HourOfWeekDto,
  LicenseModelDto,
  LoadDurationDto,
  ReconciliationDto,
  UsageSeriesDto,
  WhatIfDto,
} from '@license-monitor/api-contract';
import { instant, plain, type Column } from '../export/column';
import type { Table } from '../export/table-file';

interface OfProduct {
  readonly product: string;
  readonly editor: string | null;
  readonly model: LicenseModelDto;
}

type Flat<Row> = OfProduct & Row;

/** The rows that stand under each product, each with its product. */
function flatten<Item extends OfProduct, Row>(
  items: readonly Item[],
  rowsOf: (item: Item) => readonly Row[],
): Flat<Row>[] {
  return items.flatMap((item) => {
    const { product, editor, model } = item;
    return rowsOf(item).map((row) => ({ product, editor, model, ...row }));
  });
}

const ofProduct = <Row extends OfProduct>(): Column<Row>[] =>
  plain<Row>('product', 'editor', 'model');

export function toSeriesTable({ items }: UsageSeriesDto) {
  const rows = flatten(items, ({ points }) => points);
  type Row = (typeof rows)[number];
  const columns = [
    ...ofProduct<Row>(),
    instant<Row>('at'),
    ...plain<Row>('min', 'max', 'average', 'coverage'),
  ];
  return { name: 'usage-series', columns, rows } satisfies Table<Row>;
}

export function toLoadTable({ items }: LoadDurationDto) {
  const rows = flatten(items, ({ levels }) => levels);
  type Row = (typeof rows)[number];
  const columns = [...ofProduct<Row>(), ...plain<Row>('seats', 'atLeastMs')];
  return { name: 'load-duration', columns, rows } satisfies Table<Row>;
}

export function toWeekTable({ items }: HourOfWeekDto) {
  const rows = flatten(items, ({ cells }) => cells);
  type Row = (typeof rows)[number];
  const figures = plain<Row>('observedMs', 'average', 'peak', 'grants', 'denials');
  const columns = [...ofProduct<Row>(), ...plain<Row>('weekday', 'hour'), ...figures];
  return { name: 'hour-of-week', columns, rows } satisfies Table<Row>;
}

export function toReconciliationTable({ items }: ReconciliationDto) {
  const rows = flatten(items, ({ checks }) => checks);
  type Row = (typeof rows)[number];
  const columns = [
    ...ofProduct<Row>(),
    instant<Row>('at'),
    ...plain<Row>('fromLog', 'fromServer', 'difference'),
  ];
  return { name: 'reconciliation', columns, rows } satisfies Table<Row>;
}

export function toWhatIfTable({ product, editor, model, curve }: WhatIfDto) {
  const rows = flatten([{ product, editor, model }], () => curve);
  type Row = (typeof rows)[number];
  const figures = plain<Row>('seats', 'blocked', 'blockedShare', 'blockedPeople');
  const columns = [...ofProduct<Row>(), ...figures];
  return { name: 'what-if', columns, rows } satisfies Table<Row>;
}

export function toEntitlementTable({ items }: EntitlementsDto) {
  const rows = flatten<EntitlementDto, EntitlementDto['intervals'][number]>(
    items,
    ({ intervals }) => intervals,
  );
  type Row = (typeof rows)[number];
  const columns = [
    ...ofProduct<Row>(),
    instant<Row>('from'),
    instant<Row>('to'),
    ...plain<Row>('seats', 'source', 'isAssumed'),
  ];
  return { name: 'entitlements', columns, rows } satisfies Table<Row>;
}
