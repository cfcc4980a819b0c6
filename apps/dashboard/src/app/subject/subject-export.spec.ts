import { writeCsv } from '../export/csv';
import { toDaysExport, toPartsExport } from './subject-export';

describe('the exports of a subject', () => {
  it('leave a day that was not observed empty', () => {
    const day = { from: 0, to: 1 };
    const days = [
      { ...day, date: '2026-11-23', sessionMs: null },
      { ...day, date: '2026-11-24', sessionMs: 0 },
    ];
    expect(writeCsv(toDaysExport(days)).split('\r\n').slice(1, 3)).toEqual([
      '"2026-11-23",""',
      '"2026-11-24","0"',
    ]);
  });

  it('name the parts by what they are', () => {
    expect(writeCsv(toPartsExport('product', [{ key: 'CAT', sessions: 2, sessionMs: 5 }]))).toBe(
      '"product","sessions","sessionMs"\r\n"CAT","2","5"\r\n',
    );
  });
});
