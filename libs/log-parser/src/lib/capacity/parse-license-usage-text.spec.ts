import type { LicensePool, LicenseUsage } from './license-usage.js';
import { parseLicenseUsageText } from './parse-license-usage-text.js';

const id = '1F2E3D4C-0000-4000-8000-000000000005';
const pool = 'MD2 maxReleaseNumber: 0 type: ConcurrentUser count: 5 inuse: 2 customerId: 2000';
const process =
  'WS-0042 (41A0-1.1)/10.0.0.42  alice  C:\\a\\b.exe  6.424 granted since: 5/19/25 8:01:13 AM';

const read = (...lines: string[]) =>
  parseLicenseUsageText([...lines, 'admin >'].join('\n')) as LicenseUsage;
const onlyPool = (...lines: string[]) => read(...lines).pools[0] as LicensePool;

describe('a pool in parseLicenseUsageText', () => {
  it('is read with its editor and all that the line says', () => {
    const line =
      '\tHD2-KT1  maxReleaseNumber: 7  maxReleaseDate: 14.09.2026, 07:59:00 expirationDate: 13.09.2025, 01:59:00 type: Token  count:   50   inuse:  12 customerId: 2000 pricing structure: Evaluation license key  ';
    expect(read(`DS V5   (${id})`, line)).toEqual({
      type: 'usage',
      pools: [
        {
          key: `${id}|HD2-KT1|Token||7|14.09.2026, 07:59:00|13.09.2025, 01:59:00|2000`,
          editor: 'DS V5',
          editorId: id,
          product: 'HD2-KT1',
          model: 'Token',
          commercialType: null,
          maxReleaseNumber: '7',
          maxReleaseAt: { text: '14.09.2026, 07:59:00', wallAt: Date.UTC(2026, 8, 14, 7, 59) },
          pricingStructure: 'Evaluation license key',
          maxCasualDuration: null,
          expiresAt: { text: '13.09.2025, 01:59:00', wallAt: Date.UTC(2025, 8, 13, 1, 59) },
          customerId: '2000',
          seats: 50,
          inUse: 12,
          uses: [],
          queue: [],
          faults: [],
        },
      ],
      unreadableRows: [],
      faults: [],
    });
  });

  it('is read where there is nothing but seats', () => {
    expect(onlyPool('MD2 maxReleaseNumber: type: Credit count: unlimited inuse: 0')).toEqual({
      key: '|MD2|Credit|||||',
      editor: null,
      editorId: null,
      product: 'MD2',
      model: 'Credit',
      commercialType: null,
      maxReleaseNumber: null,
      maxReleaseAt: null,
      pricingStructure: null,
      maxCasualDuration: null,
      expiresAt: null,
      customerId: null,
      seats: 'unlimited',
      inUse: 0,
      uses: [],
      queue: [],
      faults: [],
    });
  });

  it('is read in another language by the two numbers behind the model', () => {
    const line =
      'MD2 maxReleaseNumber: 0 maxReleaseDate: 14.09.2026, 07:59:00 Ablaufdatum: 13.09.2025, 01:59:00 Typ: NamedUser Anzahl: 5 in Verwendung: 2 Kunde: 2000 Preis: ALC';
    expect(onlyPool(line)).toMatchObject({
      model: 'NamedUser',
      maxReleaseAt: { text: '14.09.2026, 07:59:00' },
      expiresAt: { text: '13.09.2025, 01:59:00' },
      seats: 5,
      inUse: 2,
      customerId: '2000',
      pricingStructure: 'ALC',
      faults: [],
    });
  });

  it.each([
    ['customerId:2000 pricing structure YLC', '2000', 'YLC'],
    ['customerId:2000 pricing structure  Evaluation license key', '2000', 'Evaluation license key'],
    ['customerId: 2000 pricing structure: YLC', '2000', 'YLC'],
    ['customerId: 2000 pricing structure:', '2000', null],
    ['customerId: 2000 price YLC', '2000', null],
    ['customerId: 2000', '2000', null],
    ['customerId: pricing structure: YLC', 'pricing', 'YLC'],
    ['customerId:', null, null],
    ['pricing structure: YLC', null, 'YLC'],
    ['', null, null],
  ])('has customer and price from "%s"', (tail, customerId, pricingStructure) => {
    const line = `MD2 maxReleaseNumber: 0 type: Token count: 5 inuse: 2 ${tail}`;
    expect(onlyPool(line)).toMatchObject({ customerId, pricingStructure, seats: 5, inUse: 2 });
  });

  it('has one date where one is written', () => {
    const only = (label: string) =>
      onlyPool(pool.replace('type', `${label}: 13.09.2025, 01:59:00 type`));
    const date = { text: '13.09.2025, 01:59:00', wallAt: Date.UTC(2025, 8, 13, 1, 59) };
    expect(only('maxReleaseDate')).toMatchObject({ maxReleaseAt: date, expiresAt: null });
    expect(only('expirationDate')).toMatchObject({ maxReleaseAt: null, expiresAt: date });
  });

  it('has two dates in their order where both labels are translated', () => {
    const dates = 'Freigabe: 13.09.2025, 01:59:00 Ablauf: 14.09.2025, 01:59:00 type';
    expect(onlyPool(pool.replace('type', dates))).toMatchObject({
      maxReleaseAt: { text: '13.09.2025, 01:59:00' },
      expiresAt: { text: '14.09.2025, 01:59:00' },
    });
  });

  it('is read where product and price look like labels and models', () => {
    const line = `A: b maxReleaseNumber: 7 type: Token count: 5 inuse: 2 customerId: 2 pricing structure: Credit`;
    expect(onlyPool(line)).toMatchObject({
      product: 'A: b',
      maxReleaseNumber: '7',
      model: 'Token',
      seats: 5,
      pricingStructure: 'Credit',
    });
  });

  it('keeps the text of a date that it cannot read', () => {
    const line = pool.replace('type', 'expirationDate: 14/09/2019, 07:59:00 type');
    expect(onlyPool(line)).toMatchObject({
      expiresAt: { text: '14/09/2019, 07:59:00', wallAt: null },
      faults: [],
    });
  });

  it('marks a model that is not known', () => {
    expect(read('', pool.replace('ConcurrentUser', 'Rental')).pools).toMatchObject([
      {
        key: '|MD2|Rental||0|||2000',
        model: 'unknown',
        seats: 5,
        faults: [{ kind: 'modelUnknown', lineNumber: 2, text: 'Rental' }],
      },
    ]);
    expect(onlyPool('MD2 maxReleaseNumber: 0 type: count: 5 inuse: 2')).toMatchObject({
      faults: [{ kind: 'modelUnknown', lineNumber: 1, text: '' }],
    });
  });

  it('is marked where it stands there twice', () => {
    expect(onlyPool(pool, pool.replace('inuse: 2', 'inuse: 3'), process)).toMatchObject({
      inUse: 2,
      uses: [{ user: 'alice' }],
      faults: [
        { kind: 'countsContradict', lineNumber: 2, text: '2 of 5, then 3 of 5' },
        { kind: 'rowRepeated', lineNumber: 2, text: '' },
      ],
    });
  });

  it.each([
    ['productMissing', ' maxReleaseNumber: 0 type: Token count: 5 inuse: 2'],
    ['seatsUnreadable', 'MD1 maxReleaseNumber: 0 Typ: Rental count: 5 inuse: 2'],
    ['seatsUnreadable', 'MD1 maxReleaseNumber: 0 type: Token count: five inuse: 2'],
    ['seatsUnreadable', 'MD1 maxReleaseNumber: 0 type: Token count: 5 inuse: unlimited'],
    ['seatsUnreadable', 'MD1 maxReleaseNumber: 0 type: Token count: 5'],
    ['seatsUnreadable', 'MD1 maxReleaseNumber: 0 type: Token'],
    ['seatsUnreadable', 'MD1 maxReleaseNumber: 0'],
  ])('that cannot be read is kept apart: %s', (reason, line) => {
    const usage = read(pool, line, process);
    expect(usage.pools).toMatchObject([{ product: 'MD2', uses: [] }]);
    expect(usage.unreadableRows).toEqual([
      { lineNumber: 2, reason, text: line },
      { lineNumber: 3, reason: 'poolMissing', text: process },
    ]);
    expect(usage.faults).toEqual([{ kind: 'rowsUnreadable', lineNumber: null, text: '' }]);
  });
});

describe('parseLicenseUsageText', () => {
  it('passes over warnings and what stands before the list', () => {
    const usage = read('License', 'Ready: yes', 'A', pool, 'Warning: slow', process);
    expect(usage.pools).toMatchObject([{ editor: 'A', uses: [{ user: 'alice' }] }]);
    expect(usage.unreadableRows).toEqual([]);
    expect(read('Ready: yes', pool)).toMatchObject({
      pools: [{ editor: null }],
      unreadableRows: [],
    });
  });

  it('does not read a last line without its end', () => {
    expect(parseLicenseUsageText(`${pool}\n${pool.replace('MD2', 'AB3')}`)).toMatchObject({
      pools: [{ product: 'MD2' }],
      unreadableRows: [{ lineNumber: 2, reason: 'unterminated' }],
      faults: [{ kind: 'endNotSeen' }, { kind: 'rowsUnreadable' }],
    });
    expect(parseLicenseUsageText(pool)).toEqual({ type: 'error', reason: 'truncated', text: '' });
  });

  it('reads the first of two lists and marks that there are two', () => {
    expect(read(pool, `admin >${pool}`, process)).toMatchObject({
      pools: [{ uses: [], faults: [] }],
      faults: [{ kind: 'tableRepeated', lineNumber: null, text: '' }],
    });
  });

  it('never takes an output without pools for none', () => {
    expect(read('Dassault Systemes')).toEqual({
      type: 'error',
      reason: 'answerMissing',
      text: 'Dassault Systemes',
    });
    expect(parseLicenseUsageText('')).toEqual({ type: 'error', reason: 'emptyOutput', text: '' });
  });

  it('is an error where no pool can be read', () => {
    expect(read('MD2 maxReleaseNumber: 0')).toEqual({
      type: 'error',
      reason: 'noReadableRow',
      text: 'MD2 maxReleaseNumber: 0',
    });
  });
});
