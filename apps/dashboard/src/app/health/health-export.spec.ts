import { NOW } from '../../testing/samples';
import { writeCsv } from '../export/csv';
import type { ExportTable } from '../export/export-table';
import { toFilesExport, toFindingsExport, toGapsExport } from './health-export';

const linesOf = (table: ExportTable) => writeCsv(table).trimEnd().split('\r\n');

describe('the files of the health screen', () => {
  it('hold the findings, with unknown times left empty', () => {
    const finding = {
      kind: 'useAboveCapacity',
      product: 'CAT',
      count: 1,
      firstAt: null,
      lastAt: NOW,
      meaning: 'More, "much" more.',
      rows: null,
    } as const;
    expect(linesOf(toFindingsExport([finding]))[1]).toBe(
      '"useAboveCapacity","CAT","1","","2026-11-24T13:02:10.000Z","More, ""much"" more.",""',
    );
  });

  it('hold the gaps', () => {
    const gap = { of: 'lic1', from: NOW, to: NOW + 1000, why: 'a log file is missing' };
    expect(linesOf(toGapsExport([gap]))).toEqual([
      '"of","from","to","why"',
      '"lic1","2026-11-24T13:02:10.000Z","2026-11-24T13:02:11.000Z","a log file is missing"',
    ]);
  });

  it('hold the log files', () => {
    const file = {
      server: 'lic1',
      file: 'a.log',
      state: 'gone',
      bytesRead: 10,
      lastLineAt: null,
      lines: 4,
      events: 1,
      messages: 1,
      quarantined: 1,
      duplicates: 1,
    } as const;
    expect(linesOf(toFilesExport([file]))[1]).toBe(
      '"lic1","a.log","gone","10","","4","1","1","1","1"',
    );
  });
});
