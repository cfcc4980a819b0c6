import { aDeniedRequest, WINDOWS } from '../../testing/usage-samples';
import { writeCsv } from '../export/csv';
import { toDenialsExport } from './denials-export';

describe('toDenialsExport', () => {
  it('names columns as the contract does, with the window that outcomes rest on', () => {
    const items = [aDeniedRequest({ user: '=cmd', reason: null })];
    const [header, row] = writeCsv(
      toDenialsExport({ items, windows: WINDOWS }, 'Europe/Paris'),
    ).split('\r\n');
    expect(header).toBe(
      '"id","at","at Europe/Paris","lastAt","denials","server","product","user","host","cause","reason","outcome","waitMs","retryMs"',
    );
    expect(row).toBe(
      `"7","2026-11-24T12:02:10.000Z","2026-11-24T13:02:10","2026-11-24T12:02:18.000Z","3","lic1","CAT","'=cmd","ws-101","capacity","","delayed","720000","900000"`,
    );
  });
});
