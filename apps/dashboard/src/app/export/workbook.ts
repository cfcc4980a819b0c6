import writeExcelFile, { type SheetData } from 'write-excel-file/browser';
import type { ExportCell, ExportTable } from './export-table';

/** Text stays text: a workbook never runs a cell of type String as a formula. */
function toCell(value: ExportCell) {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' } as const;
  if (typeof value === 'number') return { value, type: Number } as const;
  return { value, type: String } as const;
}

/** Writes a table as a workbook (XLSX) of one sheet, like those of the API; instants are in UTC. */
export function writeWorkbook({ header, rows }: ExportTable): Promise<Blob> {
  const sheet: SheetData = [
    header.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(toCell)),
  ];
  return writeExcelFile(sheet, { stickyRowsCount: 1 }).toBlob();
}
