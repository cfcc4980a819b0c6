import { writeDaysCsv, writePartsCsv } from './subject-csv';

describe('the exports of a subject', () => {
  it('leave a day that was not observed empty', () => {
    const day = { from: 0, to: 1 };
    const days = [
      { ...day, date: '2026-11-23', sessionMs: null },
      { ...day, date: '2026-11-24', sessionMs: 0 },
    ];
    expect(writeDaysCsv(days).split('\r\n').slice(1, 3)).toEqual([
      '"2026-11-23",""',
      '"2026-11-24","0"',
    ]);
  });

  it('name the parts by what they are', () => {
    expect(writePartsCsv('product', [{ key: 'CAT', sessions: 2, sessionMs: 5 }])).toBe(
      '"product","sessions","sessionMs"\r\n"CAT","2","5"\r\n',
    );
  });
});
