import { aLoad, anEntitlement, anInterval, aWeek, aWhatIf } from '../../testing/capacity-samples';
import { writeCsv } from '../export/csv';
import type { ExportTable } from '../export/export-table';
import {
  toEnoughExport,
  toLoadExport,
  toPoolsExport,
  toReportsExport,
  toSeatsExport,
  toWeekExport,
  toWhatIfExport,
} from './capacity-export';

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

  it('say how many licences were enough, and leave empty what nobody knows', () => {
    const enough = [
      { share: 0.9, byTime: 2, byRequests: null },
      { share: 0.99, byTime: 20, byRequests: 21 },
    ];
    expect(linesOf(toEnoughExport(aLoad({ enough }), 20))).toEqual([
      '"product","model","share","enoughByTime","enoughByRequests","isAtLeast"',
      '"CAT","concurrentUser","0.9","2","","false"',
      '"CAT","concurrentUser","0.99","20","21","true"',
    ]);
  });

  it('hold the seats with their source, and what other sources say', () => {
    const [first, second] = [
      anInterval({ from: 0, to: Date.UTC(2026, 0, 1), isAssumed: true }),
      anInterval({
        from: Date.UTC(2026, 0, 1),
        seats: null,
        others: [{ source: 'usageCsv', seats: 19 }],
      }),
    ];
    expect(
      linesOf(toSeatsExport([anEntitlement({ intervals: [first, second] })])).slice(1),
    ).toEqual([
      '"CAT","concurrentUser","manual","20","","2026-01-01T00:00:00.000Z","true",""',
      '"CAT","concurrentUser","manual","","2026-01-01T00:00:00.000Z","","false","usageCsv 19"',
    ]);
  });

  it('hold the pools and the reports', () => {
    const validTo = Date.UTC(2027, 0, 1);
    const pool = {
      server: 'lic1',
      seats: 20,
      source: 'licenseInfo',
      validFrom: null,
      validTo,
    } as const;
    expect(linesOf(toPoolsExport([anEntitlement({ pools: [pool] })]))[1]).toBe(
      '"CAT","concurrentUser","lic1","20","licenseInfo","","2027-01-01T00:00:00.000Z"',
    );
    const report = {
      server: 'lic1',
      source: 'licenseInfo',
      origin: 'info.txt',
      takenAt: validTo,
      lastSeenAt: validTo,
    } as const;
    expect(linesOf(toReportsExport([report]))[1]).toBe(
      '"licenseInfo","info.txt","lic1","2027-01-01T00:00:00.000Z","2027-01-01T00:00:00.000Z"',
    );
  });
});
