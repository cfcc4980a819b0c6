import { aLoad, aWeek, aWhatIf } from '../../testing/capacity-samples';
import { writeCsv } from '../export/csv';
import type { ExportTable } from '../export/export-table';
import { toLoadExport, toWeekExport, toWhatIfExport } from './capacity-export';

const linesOf = (table: ExportTable) => writeCsv(table).trimEnd().split('\r\n');

describe('the files of the capacity screen', () => {
  it('hold a line for each number of licences', () => {
    const [header, first] = linesOf(toLoadExport(aLoad()));
    expect(header).toBe('"product","model","seats","atLeastMs","observedMs"');
    expect(first).toBe('"CAT","concurrentUser","1","28800000","36000000"');
  });

  it('leave unknown hours empty, and name the zone', () => {
    const lines = linesOf(toWeekExport('CAT', aWeek(), 'Europe/Paris'));
    expect(lines).toHaveLength(169);
    expect(lines[0]).toContain('"weekday Europe/Paris"');
    expect(lines[168]).toBe('"CAT","7","23","0","","","0","0"');
  });

  it('hold the curve', () => {
    expect(linesOf(toWhatIfExport(aWhatIf()))[1]).toMatch(
      /^"CAT","concurrentUser","17","1203","30",/,
    );
  });
});
