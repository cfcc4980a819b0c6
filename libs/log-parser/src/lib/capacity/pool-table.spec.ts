import type { LicenseUse, PoolColumns, QueuedRequest } from './license-usage.js';
import { type PoolRow, PoolTable, toPoolKey } from './pool-table.js';

const columns: PoolColumns = {
  editor: 'Dassault Systemes V5',
  editorId: '1F2E',
  product: 'MD2',
  model: 'ConcurrentUser',
  commercialType: 'STD',
  maxReleaseNumber: '0',
  maxReleaseAt: { text: 'r', wallAt: null },
  pricingStructure: 'ALC',
  maxCasualDuration: '0',
  expiresAt: { text: 'e', wallAt: null },
  customerId: '2000',
  seats: 5,
  inUse: 2,
};
const row = (lineNumber: number, more: Partial<PoolColumns> = {}, isBare = false): PoolRow => ({
  lineNumber,
  key: more.product ?? columns.product,
  columns: { ...columns, ...more },
  faults: [],
  isBare,
});
const use = { user: 'alice' } as LicenseUse;
const waiting = { user: 'bob', queuePosition: 1 } as QueuedRequest;

describe('PoolTable', () => {
  it('gathers the rows of a pool and keeps the order of the first rows', () => {
    const table = new PoolTable();
    table.open(row(1)).uses.push(use);
    table.open(row(2, { product: 'AB3' }, true));
    table.open(row(3)).queue.push(waiting);
    expect(table.list()).toEqual([
      { key: 'MD2', ...columns, uses: [use], queue: [waiting], faults: [] },
      { key: 'AB3', ...columns, product: 'AB3', uses: [], queue: [], faults: [] },
    ]);
  });

  it('takes seats and seats in use of the first row, and marks each row that contradicts it', () => {
    const table = new PoolTable();
    for (const next of [row(1), row(2, { inUse: 3 }), row(3), row(4, { seats: 'unlimited' })]) {
      table.open(next);
    }
    const kind = 'countsContradict';
    expect(table.list()).toEqual([
      {
        key: 'MD2',
        ...columns,
        uses: [],
        queue: [],
        faults: [
          { kind, lineNumber: 2, text: '2 of 5, then 3 of 5' },
          { kind, lineNumber: 4, text: '2 of 5, then 2 of unlimited' },
        ],
      },
    ]);
  });

  it.each([
    ['a bare row twice', [true, true], [2]],
    ['a bare row before a use', [true, false, false], [2, 3]],
    ['a bare row behind a use', [false, true, false], [2, 3]],
    ['uses alone', [false, false], []],
  ])('marks %s', (_, bareness, lineNumbers) => {
    const table = new PoolTable();
    for (const [at, isBare] of bareness.entries()) table.open(row(at + 1, {}, isBare));
    expect(table.list()[0]?.faults).toEqual(
      lineNumbers.map((lineNumber) => ({ kind: 'rowRepeated', lineNumber, text: '' })),
    );
  });

  it('keeps the faults of the first row alone and does not write to them', () => {
    const table = new PoolTable();
    const faults = [{ kind: 'modelUnknown', lineNumber: 1, text: 'x' }] as const;
    table.open({ ...row(1, {}, true), faults });
    table.open({ ...row(2, {}, true), faults });
    expect(table.list()[0]?.faults).toHaveLength(2);
    expect(faults).toHaveLength(1);
  });
});

describe('toPoolKey', () => {
  it('joins what tells pools apart', () => {
    expect(toPoolKey(columns, 'ConcurrentUser')).toBe('1F2E|MD2|ConcurrentUser|STD|0|r|e|2000');
  });

  it('takes the editor where there is no id, and nothing for what is missing', () => {
    const bare: PoolColumns = {
      ...columns,
      editorId: null,
      commercialType: null,
      maxReleaseNumber: null,
      maxReleaseAt: null,
      expiresAt: null,
      customerId: null,
    };
    expect(toPoolKey(bare, null)).toBe('Dassault Systemes V5|MD2||||||');
  });
});
