import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import type { Column } from './column';
import { MEDIA_TYPES, type ExportFormat } from './export-format';
import { toXlsx } from './to-xlsx';

/** A table to be sent as a file. */
export interface Table<Row> {
  /** Without an ending. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** Read as fast as the receiver takes them, and no further once it has gone. */
  readonly rows: AsyncIterable<Row>;
}

/** Sends a table with all its rows; memory does not grow with them, but for XLSX. */
export async function tableFile<Row>(
  table: Table<Row>,
  format: Exclude<ExportFormat, 'json'>,
): Promise<StreamableFile> {
  const stream = await STREAMS[format](table);
  const type = format === 'csv' ? `${MEDIA_TYPES.csv}; charset=utf-8` : MEDIA_TYPES[format];
  const disposition = `attachment; filename="${table.name}.${format}"`;
  return new StreamableFile(stream, { type, disposition });
}

type ToStream = <Row>(table: Table<Row>) => Readable | Promise<Readable>;

const STREAMS: Readonly<Record<Exclude<ExportFormat, 'json'>, ToStream>> = {
  csv: toCsv,
  ndjson: toNdjson,
  xlsx: toXlsx,
};

/**
 * RFC 4180: every cell quoted, lines ended by CR LF. A cell that a spreadsheet would run as a formula
 * gets a leading apostrophe: names in a log come from outside.
 */
function toCsv<Row>({ columns, rows }: Table<Row>): Readable {
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
function toNdjson<Row>({ rows }: Table<Row>): Readable {
  return Readable.from(mapRows(rows, (row) => `${JSON.stringify(row)}\n`));
}

async function* mapRows<Row, Mapped>(
  rows: AsyncIterable<Row>,
  map: (row: Row) => Mapped,
): AsyncGenerator<Mapped> {
  for await (const row of rows) yield map(row);
}
