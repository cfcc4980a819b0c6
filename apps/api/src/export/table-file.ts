import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { withLocalTimes, type Column } from './column';
import { MEDIA_TYPES, type ExportFormat } from './export-format';
import { toXlsx } from './to-xlsx';

/** A table to be sent as a file. */
export interface Table<Row> {
  /** What the file is of, as the beginning of its name. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** Read as fast as the receiver takes them, and no further once it has gone. */
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
}

/** What of a query shows in its file. */
export interface FileQuery {
  readonly product?: string | readonly string[];
  readonly from?: string | number;
  readonly to?: string | number;
  /** With it, local times stand beside the instants. */
  readonly zone?: string;
}

/** A table whose first row has been read: what goes wrong until then is answered with a problem. */
export interface BegunTable<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: AsyncIterable<Row>;
}

/** Sends a table with all its rows; memory does not grow with them, but for XLSX. */
export async function tableFile<Row>(
  { name, columns, rows }: Table<Row>,
  format: Exclude<ExportFormat, 'json'>,
  query: FileQuery = {},
): Promise<StreamableFile> {
  const { zone } = query;
  const begun = {
    columns: zone === undefined ? columns : withLocalTimes(columns, zone),
    rows: await begin(rows),
  };
  const stream = await STREAMS[format](begun);
  const type = format === 'csv' ? `${MEDIA_TYPES.csv}; charset=utf-8` : MEDIA_TYPES[format];
  const disposition = `attachment; filename="${nameOf(name, query)}.${format}"`;
  return new StreamableFile(stream, { type, disposition });
}

/** Reads the first row, so that a database that does not answer is told as what it is. */
async function begin<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
): Promise<AsyncGenerator<Row, void>> {
  const all = toGenerator(rows);
  const first = await all.next();
  return goOn(first, all);
}

async function* goOn<Row>(
  first: IteratorResult<Row, void>,
  rest: AsyncGenerator<Row, void>,
): AsyncGenerator<Row, void> {
  try {
    if (first.done === true) return;
    yield first.value;
    yield* rest;
  } finally {
    await rest.return();
  }
}

async function* toGenerator<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<Row, void> {
  yield* rows;
}

/** Such as `sessions_CAT_2026-11-17_2026-11-24`: letters and digits, whatever was asked for. */
function nameOf(name: string, { product = [], from, to }: FileQuery): string {
  const products = [product].flat();
  const codes = products.length <= 3 ? products : [`${products.length}-products`];
  const days = [from, to].flatMap((at) =>
    at === undefined ? [] : [new Date(Number(at)).toISOString().slice(0, 10)],
  );
  return [name, ...codes, ...days].join('_').replace(/[^\w-]+/g, '-');
}

type ToStream = <Row>(table: BegunTable<Row>) => Readable | Promise<Readable>;

const STREAMS: Readonly<Record<Exclude<ExportFormat, 'json'>, ToStream>> = {
  csv: toCsv,
  ndjson: toNdjson,
  xlsx: toXlsx,
};

/**
 * RFC 4180: every cell quoted, lines ended by CR LF. A cell that a spreadsheet would run as a formula
 * gets a leading apostrophe: names in a log come from outside.
 */
function toCsv<Row>({ columns, rows }: BegunTable<Row>): Readable {
  const writer = stringify({
    header: true,
    columns: columns.map(({ name }) => name),
    quoted: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      date: (value) => value.toISOString(),
      boolean: (value) => String(value),
    },
  });
  const cells = Readable.from(mapRows(rows, (row) => columns.map(({ read }) => read(row))));
  cells.on('error', (error) => writer.destroy(error));
  writer.on('close', () => cells.destroy());
  return cells.pipe(writer);
}

/** One JSON object a line, as the API answers it. */
function toNdjson<Row>({ rows }: BegunTable<Row>): Readable {
  return Readable.from(mapRows(rows, (row) => `${JSON.stringify(row)}\n`));
}

async function* mapRows<Row, Mapped>(
  rows: AsyncIterable<Row>,
  map: (row: Row) => Mapped,
): AsyncGenerator<Mapped> {
  for await (const row of rows) yield map(row);
}
