import type { LicenseInfo } from './license-info.js';
import { parseLicenseInfo } from './parse-license-info.js';

const cells = {
  Status: 'active',
  Editor: 'Dassault Systemes V5',
  Model: 'ConcurrentUser',
  Feature: 'HD2-KT1',
  Quantity: '5',
  StartDate: '2023-02-09.00:01.UTC',
  EndDate: '2025-12-30.23:59.UTC',
  MaxReleaseNumber: '2',
  MaxReleaseDate: '2026-12-30.23:59.UTC',
  LicenseType: 'Floating',
  CommercialType: 'STD',
  LicenseId: 'EEP43-AAAAA',
  ComputerId: 'ABC-41A0000000000001',
  CustomerId: '200000000000123',
  EnrollDate: '2023-02-13.18:04.UTC',
  EditorId: '1F2E3D4C-0000-4000-8000-000000000005',
  PricingStructure: 'Evaluation license key',
};
type Cells = Record<string, string>;
const line = (texts: readonly string[]) => texts.map((text) => text.padEnd(40)).join('');
const header = line(Object.keys(cells));
const row = (more: Cells = {}) => line(Object.values({ ...cells, ...more }));
const read = (...lines: string[]) =>
  parseLicenseInfo([...lines, 'admin >'].join('\n')) as LicenseInfo;

describe('parseLicenseInfo', () => {
  it('reads every column', () => {
    expect(read(header, row())).toEqual({
      type: 'licenses',
      licenses: [
        {
          lineNumber: 2,
          status: 'active',
          editor: 'Dassault Systemes V5',
          editorId: '1F2E3D4C-0000-4000-8000-000000000005',
          model: 'ConcurrentUser',
          product: 'HD2-KT1',
          seats: 5,
          startsAt: { text: '2023-02-09.00:01.UTC', at: Date.UTC(2023, 1, 9, 0, 1) },
          endsAt: { text: '2025-12-30.23:59.UTC', at: Date.UTC(2025, 11, 30, 23, 59) },
          maxReleaseNumber: '2',
          maxReleaseAt: { text: '2026-12-30.23:59.UTC', at: Date.UTC(2026, 11, 30, 23, 59) },
          licenseType: 'Floating',
          commercialType: 'STD',
          licenseId: 'EEP43-AAAAA',
          computerId: 'ABC-41A0000000000001',
          customerId: '200000000000123',
          enrolledAt: { text: '2023-02-13.18:04.UTC', at: Date.UTC(2023, 1, 13, 18, 4) },
          pricingStructure: 'Evaluation license key',
          columns: cells,
          faults: [],
        },
      ],
      unreadableRows: [],
      faults: [],
    });
  });

  it('reads a table of three columns', () => {
    expect(read('Status Feature Quantity', '       MD2     unlimited').licenses).toEqual([
      {
        lineNumber: 2,
        status: null,
        editor: null,
        editorId: null,
        model: 'unknown',
        product: 'MD2',
        seats: 'unlimited',
        startsAt: null,
        endsAt: null,
        maxReleaseNumber: null,
        maxReleaseAt: null,
        licenseType: null,
        commercialType: null,
        licenseId: null,
        computerId: null,
        customerId: null,
        enrolledAt: null,
        pricingStructure: null,
        columns: { Status: '', Feature: 'MD2', Quantity: 'unlimited' },
        faults: [{ kind: 'modelUnknown', lineNumber: 2, text: '' }],
      },
    ]);
  });

  it.each(['StartDate', 'EndDate', 'MaxReleaseDate', 'EnrollDate'])(
    'marks a %s that cannot be read',
    (name) => {
      expect(read(header, row({ [name]: 'soon' })).licenses[0]?.faults).toEqual([
        { kind: 'dateUnreadable', lineNumber: 2, text: `${name}: soon` },
      ]);
      expect(read(header, row({ [name]: '' })).licenses[0]?.faults).toEqual([]);
    },
  );

  it('marks misplaced values, an unknown model and dates, in this order', () => {
    const odd = row({ Model: 'Rental', EndDate: 'never' }).replace('active ', ' active');
    expect(read(header, odd).licenses[0]?.faults).toEqual([
      { kind: 'valueMisplaced', lineNumber: 2, text: 'Status: active' },
      { kind: 'modelUnknown', lineNumber: 2, text: 'Rental' },
      { kind: 'dateUnreadable', lineNumber: 2, text: 'EndDate: never' },
    ]);
  });

  it('keeps a value that is longer than its column, and the columns behind it', () => {
    const long = row().replace('Floating'.padEnd(40), `${'x'.repeat(50)} `);
    const [license] = read(header, long).licenses;
    expect(license).toMatchObject({ licenseType: 'x'.repeat(50), commercialType: 'STD' });
    expect(license?.faults).toEqual([
      { kind: 'valueTooLong', lineNumber: 2, text: `LicenseType: ${'x'.repeat(50)}` },
    ]);
  });

  it.each([
    ['productMissing', row({ Feature: '' })],
    ['seatsUnreadable', row({ Quantity: '' })],
    ['seatsUnreadable', row({ Quantity: 'five' })],
    ['productMissing', 'Connection lost'],
  ])('keeps a row that it cannot read: %s', (reason, text) => {
    const info = read('', header, row(), text);
    expect(info.licenses).toHaveLength(1);
    expect(info.unreadableRows).toEqual([{ lineNumber: 4, reason, text }]);
    expect(info.faults).toEqual([{ kind: 'rowsUnreadable', lineNumber: null, text: '' }]);
  });

  it('finds the header behind a prompt and blanks, which are not before the rows', () => {
    const info = read(`admin >  ${header}`, row());
    expect(info.licenses[0]?.columns).toEqual(cells);
    expect(info.licenses[0]?.faults).toEqual([]);
  });

  it('takes blanks behind a prompt from no row', () => {
    const [license] = read('admin >  Status Feature Quantity', '       MD2     5').licenses;
    expect(license).toMatchObject({ status: null, product: 'MD2', seats: 5 });
  });

  it('takes the blanks before a header away from every row', () => {
    const info = read(`  ${header}`, `  ${row()}`, row(), ` ${row()}`, `   ${row()}`);
    expect(info.licenses.map(({ columns }) => columns)).toEqual([cells, cells, cells, cells]);
    expect(info.licenses.map(({ faults }) => faults.map(({ text }) => text))).toEqual([
      [],
      [],
      [],
      [
        'Status: active',
        ...Object.entries(cells)
          .slice(1)
          .map(([name, text]) => `${name}: ${text}`),
      ],
    ]);
  });

  it.each([
    'Status',
    'Feature Status Quantity',
    'Status Quantity',
    'Status Feature',
    'Statuses Feature Quantity',
    'Status Features Quantity',
  ])('does not take "%s" for the header', (text) => {
    expect(read(text, 'active MD2 5')).toMatchObject({ type: 'error', reason: 'answerMissing' });
  });

  it('reads on with the columns of a second header', () => {
    const info = read(
      'Status Feature Quantity',
      'active MD2     5',
      'Status Quantity Feature',
      'active 6        AB3',
    );
    expect(info.licenses.map(({ product, seats }) => [product, seats])).toEqual([
      ['MD2', 5],
      ['AB3', 6],
    ]);
  });

  it('passes over warnings and what stands before the header', () => {
    const info = read('active  MD2', header, 'Warning: restricted connection', row());
    expect(info.licenses).toHaveLength(1);
    expect(info.unreadableRows).toEqual([]);
  });

  it('does not read a last line without its end', () => {
    expect(parseLicenseInfo(`${header}\n${row()}\n${row()}`)).toMatchObject({
      licenses: [{ lineNumber: 2 }],
      unreadableRows: [{ lineNumber: 3, reason: 'unterminated', text: row() }],
      faults: [{ kind: 'endNotSeen' }, { kind: 'rowsUnreadable' }],
    });
  });

  it('reads the first of two tables and marks that there are two', () => {
    const info = read(header, row(), `admin >${header}`, row({ Quantity: '6' }));
    expect(info.licenses.map(({ seats }) => seats)).toEqual([5]);
    expect(info.faults).toEqual([{ kind: 'tableRepeated', lineNumber: null, text: '' }]);
  });

  it('takes a table without rows for none only where its end is seen', () => {
    expect(read(header)).toEqual({
      type: 'licenses',
      licenses: [],
      unreadableRows: [],
      faults: [],
    });
    expect(parseLicenseInfo(`${header}\n`)).toEqual({
      type: 'error',
      reason: 'truncated',
      text: '',
    });
  });

  it('explains why there is no table', () => {
    expect(parseLicenseInfo('')).toEqual({ type: 'error', reason: 'emptyOutput', text: '' });
  });
});
