import { aProduct } from '../../testing/samples';
import { writeCsv } from '../export/csv';
import { toOverviewExport } from './overview-export';

describe('toOverviewExport', () => {
  it('has a line a product, with unknown seats and peaks left empty', () => {
    const products = [aProduct(), aProduct({ peakToday: null, peakTodayAt: null })];
    const lines = writeCsv(toOverviewExport(products, 'Europe/Paris')).split('\r\n');
    expect(lines[0]).toContain('"peakTodayAt","peakTodayAt Europe/Paris","denialsCapacity"');
    expect(lines[1]).toContain(
      '"20","17","15","16","","18","2026-11-24T10:02:10.000Z","2026-11-24T11:02:10","0"',
    );
    expect(lines[2]).toContain('"16","","","","","0","0","0","0"');
  });
});
