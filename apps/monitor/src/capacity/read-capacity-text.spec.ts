import { ZoneOffsets } from '@license-monitor/log-parser';
import { enrolledTable, toolOutput, usageTable, usageText } from '../testing/tool-output';
import { readCapacityText } from './read-capacity-text';

const paris = new ZoneOffsets('Europe/Paris');
const read = (text: string) => readCapacityText(text, paris);

/** `source: product seats, …` of a report, `source: reason` of a failure. */
const told = (text: string) =>
  read(text).map((one) =>
    one.type === 'failure'
      ? `${one.source}: ${one.reason}`
      : `${one.source}: ${one.pools.map(({ product, seats }) => `${product} ${seats}`).join(', ')}`,
  );

describe('output of getLicenseUsage -csv', () => {
  it('tells the pools, whose dates are local and name the last instant', () => {
    expect(read(toolOutput(usageTable({})))).toEqual([
      {
        type: 'report',
        source: 'usageCsv',
        remark: null,
        pools: [
          {
            product: 'MD2',
            editor: 'Dassault Systemes V5',
            model: 'ConcurrentUser',
            seats: 5,
            inUse: 2,
            validFrom: null,
            validTo: Date.parse('2025-12-31T23:59:00.001Z'),
            key: '1F2E3D4C-0000-4000-8000-000000000005|MD2|ConcurrentUser|STD|0||2026-01-01 00:59:00|200000000000123',
            expires: '2026-01-01 00:59:00',
          },
        ],
      },
    ]);
  });

  it('knows no limit, and no end where none can be read', () => {
    const [reading] = read(toolOutput(usageTable({ seats: 'unlimited', expires: 'never' })));
    expect(reading).toMatchObject({
      remark: 'dateUnreadable',
      pools: [{ seats: null, validTo: null, expires: 'never' }],
    });
  });

  it('says that there is none where the table is whole and empty', () => {
    expect(told(toolOutput(usageTable()))).toEqual(['usageCsv: ']);
  });

  it('is no answer where it is cut off behind a row', () => {
    const whole = toolOutput(usageTable({}, { product: 'KIN' }));
    expect(told(whole.slice(0, whole.indexOf('admin >admin >')))).toEqual(['usageCsv: truncated']);
  });

  it('is no answer where a row cannot be read, which is told', () => {
    expect(read(toolOutput(usageTable({}, { seats: 'many' })))).toEqual([
      {
        type: 'failure',
        source: 'usageCsv',
        reason: 'rowsUnreadable',
        text: expect.stringMatching(
          /^1 rows cannot be read, the first is line 9, seatsUnreadable: /,
        ),
      },
    ]);
  });

  it('is no answer of a server that is not ready', () => {
    const text = toolOutput(usageTable({})).replace('Ready: yes', 'Ready: no');
    expect(told(text)).toEqual(['usageCsv: serverNotReady']);
  });

  it('may be the table alone, without prompts', () => {
    expect(told(`${usageTable({}).join('\r\n')}\r\n`)).toEqual(['usageCsv: MD2 5']);
  });

  it('is not read in a last line without its end: half a number looks like a number', () => {
    expect(told(usageTable({}).join('\n'))).toEqual(['usageCsv: truncated']);
    expect(told(usageTable({}, {}).join('\n'))).toEqual(['usageCsv: rowsUnreadable']);
  });
});

describe('output of getLicenseInfo', () => {
  it('tells the active licences with both dates', () => {
    const expired = { status: 'expired', to: '2021-12-30.23:59.UTC', seats: 9 };
    const [reading] = read(toolOutput(enrolledTable({}, {}, expired)));
    expect(reading).toMatchObject({
      source: 'licenseInfo',
      pools: [
        {
          product: 'MD2',
          seats: 5,
          inUse: null,
          validFrom: Date.parse('2023-02-09T00:01:00Z'),
          validTo: Date.parse('2025-12-30T23:59:00.001Z'),
          expires: '2025-12-30.23:59.UTC',
        },
        { seats: 5 },
      ],
    });
  });

  it('tells two licences that are alike apart', () => {
    const [reading] = read(toolOutput(enrolledTable({}, {})));
    const keys = reading?.type === 'report' ? reading.pools.map(({ key }) => key) : [];
    expect(new Set(keys).size).toBe(2);
  });

  it('is no answer where an active licence has no readable date', () => {
    expect(read(toolOutput(enrolledTable({}, { product: 'KIN', to: 'soon' })))).toMatchObject([
      { reason: 'datesUnreadable', text: 'line 9, KIN: 2023-02-09.00:01.UTC to soon' },
    ]);
  });

  it('is no answer where no licence is active: the words may be of another language', () => {
    expect(told(toolOutput(enrolledTable({ status: 'aktiv' })))).toEqual([
      'licenseInfo: noActiveLicense',
    ]);
    expect(told(toolOutput(enrolledTable()))).toEqual(['licenseInfo: ']);
  });
});

describe('output of getLicenseUsage for people', () => {
  const pool = '\t\tMD2 maxReleaseNumber: 0 type: ConcurrentUser count: 5 inuse: 1 customerId: 1';

  it('tells the pools, whatever the language of their holders', () => {
    const holder = '\t\t\tinterne Id: ALICE@CORP   erteilt seit:  19.05.2025, 08:01:13';
    expect(told(toolOutput(usageText(pool, holder)))).toEqual(['usageText: MD2 5']);
  });

  it('is no answer where a pool cannot be read', () => {
    expect(told(toolOutput(usageText(pool, pool.replace('5', 'many'))))).toEqual([
      'usageText: rowsUnreadable',
    ]);
  });
});

describe('output of the administration tool', () => {
  it('may hold two answers', () => {
    expect(told(toolOutput(usageTable({}), enrolledTable({ seats: 6 })))).toEqual([
      'usageCsv: MD2 5',
      'licenseInfo: MD2 6',
    ]);
  });

  it.each([
    ['', 'emptyOutput'],
    ['Cannot connect to server lic-01 on port 4084\n', 'cannotConnect'],
    [toolOutput(['Wrong password']), 'passwordAsked'],
    [toolOutput(), 'answerMissing'],
    ['2025/05/19 03:00:00:000 I STOPSERVER  License server stopped\n', 'notAdminOutput'],
  ])('%j is no answer: %s', (text, reason) => {
    expect(told(text)).toEqual([`null: ${reason}`]);
  });
});
