import { Readable } from 'node:stream';
import writeExcelFile from 'write-excel-file/node';
import { ProblemError } from '../http/problem';
import type { TableCell } from './column';
import type { BegunTable } from './table-file';

/** A workbook is put together in memory: more rows than these are for CSV. */
const MAX_ROWS = 100_000;

/** @throws ProblemError LM_EXPORT_TOO_LARGE for more rows than a workbook is made for. */
export async function toXlsx<Row>({ columns, rows }: BegunTable<Row>): Promise<Readable> {
  const data = [columns.map(({ name }) => ({ value: name, fontWeight: 'bold' as const }))];
  const cells: (ReturnType<typeof toCell>[] | (typeof data)[0])[] = [...data];
  for await (const row of rows) {
    if (cells.length > MAX_ROWS) {
      throw new ProblemError(
        'LM_EXPORT_TOO_LARGE',
        `A workbook holds ${MAX_ROWS} rows: ask for a shorter range, or for format=csv, which has no limit.`,
      );
    }
    cells.push(columns.map(({ read }) => toCell(read(row))));
  }
  return Readable.from([await writeExcelFile(cells, { stickyRowsCount: 1 }).toBuffer()]);
}

/** Text stays text: a workbook never runs a cell of type String as a formula. */
function toCell(value: TableCell) {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' } as const;
  if (typeof value === 'number') return { value, type: Number } as const;
  if (typeof value === 'boolean') return { value, type: Boolean } as const;
  return { value, type: String } as const;
}
