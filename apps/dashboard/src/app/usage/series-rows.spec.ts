import { HOUR, NOW } from '../../testing/samples';
import { aProductSeries, aSeries } from '../../testing/usage-samples';
import { writeCsv } from '../export/csv';
import { toSeriesRows, toSeriesExport } from './series-rows';

describe('toSeriesRows', () => {
  it('puts seats and denials beside what was in use, and cuts the last row at the end', () => {
    const rows = toSeriesRows({ ...aSeries(), to: NOW - HOUR / 2 }, aProductSeries());
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatchObject({ max: 18, owned: 20, denials: { capacity: 2, policy: 1 } });
    expect(rows[2]).toMatchObject({ max: null, coverage: 0, denials: { capacity: 0 } });
    expect(rows[3]?.to).toBe(NOW - HOUR / 2);
  });
});

describe('toSeriesExport', () => {
  it('holds the earlier range only where one was asked for', () => {
    const [plain] = writeCsv(toSeriesExport(aSeries(), 'Europe/Paris')).split('\r\n');
    expect(plain).not.toContain('maxBefore');
    const compare = { from: NOW - 28 * HOUR, to: NOW - 24 * HOUR, items: [aProductSeries()] };
    const compared = aSeries({ compare });
    const [header, first] = writeCsv(toSeriesExport(compared, 'Europe/Paris')).split('\r\n');
    expect(header).toMatch(/,"maxBefore"$/);
    expect(first).toMatch(/,"5"$/);
  });

  it('leaves empty what is not known', () => {
    const [header, , second, third] = writeCsv(toSeriesExport(aSeries(), 'Europe/Paris')).split(
      '\r\n',
    );
    expect(header).toContain('"at Europe/Paris","to","min","max","average","coverage","seats"');
    expect(second).toContain(
      '"2026-11-24T11:02:10","2026-11-24T11:02:10.000Z","5","18","17.5","1","20","2","1","0","0"',
    );
    expect(third).toContain('"","","","0","20","0","0","0","0"');
  });
});
