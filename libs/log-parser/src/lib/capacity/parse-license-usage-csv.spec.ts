import type { LicenseUsage } from './license-usage.js';
import { parseLicenseUsageCsv } from './parse-license-usage-csv.js';

const shortHeader =
  'Editor,EditorId,Feature,Model,Commercial Type,Max Release Number,Max Release Date,Pricing Structure,Max Casual Duration,Expiration Date,Customer ID,Count,Inuse,';
const header = `${shortHeader}Tokens,Casual Usage (mn),Host,User,Internal ID,Active Process,Client Code Version,Session ID,Granted Since,Last Used At,Granted At,Queue Position,`;
const date = '2025-05-19 08:01:13';
const wallAt = Date.UTC(2025, 4, 19, 8, 1, 13);
const pool =
  'DS V5,1F2E3D4C,MD2,ConcurrentUser,STD,1,2026-02-03 04:05:06,ALC,7,2026-01-02 03:04:05,2000,5,2,';
const use = `4,15,WS-0042 (41A0-1.1)/10.0.0.42,alice,ALICE@CORP,C:\\a\\b.exe ( 11),6.424,0FE1,${date},2025-05-19 09:10:00,2025-05-19 08:02:00,`;

const read = (...lines: string[]) =>
  parseLicenseUsageCsv([...lines, 'admin >'].join('\n')) as LicenseUsage;
const onlyPool = (...rows: string[]) => read(header, ...rows).pools[0];
const onlyUse = (fields: string) => onlyPool(`${pool}${fields}`)?.uses[0];

describe('parseLicenseUsageCsv', () => {
  it('reads every column of a pool and of a use', () => {
    expect(read(header, pool + use)).toEqual({
      type: 'usage',
      pools: [
        {
          key: '1F2E3D4C|MD2|ConcurrentUser|STD|1|2026-02-03 04:05:06|2026-01-02 03:04:05|2000',
          editor: 'DS V5',
          editorId: '1F2E3D4C',
          product: 'MD2',
          model: 'ConcurrentUser',
          commercialType: 'STD',
          maxReleaseNumber: '1',
          maxReleaseAt: { text: '2026-02-03 04:05:06', wallAt: Date.UTC(2026, 1, 3, 4, 5, 6) },
          pricingStructure: 'ALC',
          maxCasualDuration: '7',
          expiresAt: { text: '2026-01-02 03:04:05', wallAt: Date.UTC(2026, 0, 2, 3, 4, 5) },
          customerId: '2000',
          seats: 5,
          inUse: 2,
          uses: [
            {
              client: {
                host: 'WS-0042',
                computerId: '41A0-1.1',
                hardwareId: null,
                ipv4: null,
                display: '1',
              },
              ip: '10.0.0.42',
              user: 'alice',
              internalId: 'ALICE@CORP',
              executable: 'C:\\a\\b.exe',
              processId: 11,
              clientVersion: '6.424',
              sessionId: '0FE1',
              quantity: 4,
              casualMinutes: 15,
              grantedSince: { text: date, wallAt },
              lastUsedAt: { text: '2025-05-19 09:10:00', wallAt: Date.UTC(2025, 4, 19, 9, 10) },
              grantedAt: { text: '2025-05-19 08:02:00', wallAt: Date.UTC(2025, 4, 19, 8, 2) },
              faults: [],
            },
          ],
          queue: [],
          faults: [],
        },
      ],
      unreadableRows: [],
      faults: [],
    });
  });

  it('reads a use of which only the user is known', () => {
    expect(onlyUse(',,,dave')).toEqual({
      client: null,
      ip: null,
      user: 'dave',
      internalId: null,
      executable: null,
      processId: null,
      clientVersion: null,
      sessionId: null,
      quantity: null,
      casualMinutes: null,
      grantedSince: null,
      lastUsedAt: null,
      grantedAt: null,
      faults: [],
    });
  });

  it('reads a pool of which only product and seats are known', () => {
    const [bare] = read(header, ',,MD2,,,,,,,,,unlimited,0').pools;
    expect(bare).toEqual({
      key: '|MD2||||||',
      editor: null,
      editorId: null,
      product: 'MD2',
      model: 'unknown',
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
      faults: [{ kind: 'modelUnknown', lineNumber: 2, text: '' }],
    });
  });

  it('takes seats and seats in use once for all rows of a pool', () => {
    const { pools } = read(header, pool + use, pool + use, pool.replace('MD2', 'AB3'));
    expect(
      pools.map(({ product, seats, inUse, uses }) => [product, seats, inUse, uses.length]),
    ).toEqual([
      ['MD2', 5, 2, 2],
      ['AB3', 5, 2, 0],
    ]);
  });

  it.each([
    ['editor id', '1F2E3D4C', '5E756A80'],
    ['product', 'MD2', 'AB3'],
    ['model', 'ConcurrentUser', 'NamedUser'],
    ['unknown model', 'ConcurrentUser', 'Rental'],
    ['commercial type', 'STD', 'EDU'],
    ['release number', ',1,', ',2,'],
    ['release date', '2026-02-03', '2027-02-03'],
    ['expiration', '2026-01-02', '2027-01-02'],
    ['customer', '2000', '2001'],
  ])('tells pools apart by %s', (_, from, to) => {
    expect(read(header, pool, pool.replace(from, to)).pools).toHaveLength(2);
  });

  it.each([
    ['pricing structure', 'ALC', 'YLC'],
    ['casual duration', ',7,', ',8,'],
    ['name of the editor', 'DS V5', 'Dassault'],
  ])('does not tell pools apart by %s', (_, from, to) => {
    expect(read(header, pool + use, pool.replace(from, to) + use).pools).toHaveLength(1);
  });

  it('keeps a waiting request out of the uses', () => {
    const first = onlyPool(`${pool}${use}3,`, `${pool}${use}next`, pool + use);
    expect(first?.uses).toHaveLength(1);
    expect(first?.queue).toEqual([
      { ...first?.uses[0], queuePosition: 3 },
      {
        ...first?.uses[0],
        queuePosition: null,
        faults: [{ kind: 'numberUnreadable', lineNumber: 3, text: 'Queue Position: next' }],
      },
    ]);
    expect(first?.faults).toEqual([]);
  });

  it.each([
    ['tokens', 'many,,h', { kind: 'numberUnreadable', text: 'Tokens: many' }],
    ['minutes', ',a few,h', { kind: 'numberUnreadable', text: 'Casual Usage (mn): a few' }],
    ['first date', ',,h,,,,,,then', { kind: 'dateUnreadable', text: 'Granted Since: then' }],
    ['second date', ',,h,,,,,,,then', { kind: 'dateUnreadable', text: 'Last Used At: then' }],
    ['third date', ',,h,,,,,,,,then', { kind: 'dateUnreadable', text: 'Granted At: then' }],
    ['holder', '4,,,,,x.exe', { kind: 'holderMissing', text: '' }],
  ])('marks what is wrong with the %s of a use', (_, fields, fault) => {
    expect(onlyUse(fields)?.faults).toEqual([{ ...fault, lineNumber: 2 }]);
  });

  it.each(['h', ',u', ',,i'])('misses no holder in "%s"', (fields) => {
    expect(onlyUse(`,,${fields}`)?.faults).toEqual([]);
  });

  it('marks the dates of a pool that cannot be read, once, and keeps their text', () => {
    const odd = pool
      .replace('2026-02-03 04:05:06', 'soon')
      .replace('2026-01-02 03:04:05', '2026-13-02 03:04:05');
    expect(onlyPool(odd + use, odd + use)).toMatchObject({
      maxReleaseAt: { text: 'soon', wallAt: null },
      expiresAt: { text: '2026-13-02 03:04:05', wallAt: null },
      faults: [
        { kind: 'dateUnreadable', lineNumber: 2, text: 'Max Release Date: soon' },
        { kind: 'dateUnreadable', lineNumber: 2, text: 'Expiration Date: 2026-13-02 03:04:05' },
      ],
    });
  });

  it('marks a model that is not known', () => {
    expect(onlyPool(pool.replace('ConcurrentUser', 'Rental'))).toMatchObject({
      model: 'unknown',
      faults: [{ kind: 'modelUnknown', lineNumber: 2, text: 'Rental' }],
    });
  });

  it('finds columns by their names, in another order and among unknown ones', () => {
    const usage = read('Editor , EditorId,Feature ,Colour,Inuse,Count', 'DS,1F2E3D4C,MD2,red,2,5');
    expect(usage.pools).toMatchObject([{ editor: 'DS', product: 'MD2', seats: 5, inUse: 2 }]);
    expect(usage.faults).toEqual([{ kind: 'columnUnknown', lineNumber: 1, text: 'Colour' }]);
  });

  it('reads a quoted header and one behind a prompt', () => {
    expect(read(`admin >${header}`, pool).pools).toHaveLength(1);
    expect(
      read('"Editor","EditorId","Feature","Count","Inuse"', 'DS,1F2E3D4C,MD2,5,2').pools,
    ).toHaveLength(1);
  });

  it('reads on with the columns of a second header', () => {
    const usage = read(
      shortHeader,
      pool,
      'Editor,EditorId,Feature,Inuse,Count',
      'DS,5E756A80,MD2,2,5',
    );
    expect(usage.pools.map(({ seats, inUse }) => [seats, inUse])).toEqual([
      [5, 2],
      [5, 2],
    ]);
  });

  it.each([
    ['notUnderstood', 'Connection lost'],
    ['quoteUnclosed', `${pool}"`],
    ['tooManyFields', `${pool}${use}1,2`],
    ['productMissing', pool.replace('MD2', ' ')],
    ['seatsUnreadable', pool.replace(',5,2,', ',x,2,')],
    ['seatsUnreadable', pool.replace(',5,2,', ',5,-1,')],
    ['seatsUnreadable', pool.replace(',5,2,', ',5,unlimited,')],
    ['seatsUnreadable', pool.replace(',5,2,', ',5,')],
  ])('keeps a row that it cannot read: %s', (reason, row) => {
    const usage = read('', header, pool.replace('MD2', 'AB3'), row);
    expect(usage.pools.map(({ product }) => product)).toEqual(['AB3']);
    expect(usage.unreadableRows).toEqual([{ lineNumber: 4, reason, text: row }]);
    expect(usage.faults).toEqual([{ kind: 'rowsUnreadable', lineNumber: null, text: '' }]);
  });

  it('cannot read rows below a header without seats', () => {
    expect(read('Editor,EditorId,Feature,Count', 'DS,1F2E3D4C,MD2,5')).toEqual({
      type: 'error',
      reason: 'noReadableRow',
      text: 'DS,1F2E3D4C,MD2,5',
    });
    const second = read(shortHeader, pool, 'Editor,EditorId,Feature', 'DS,1F2E3D4C,MD2');
    expect(second.unreadableRows).toEqual([
      { lineNumber: 4, reason: 'columnsMissing', text: 'DS,1F2E3D4C,MD2' },
    ]);
  });

  it('passes over warnings and what stands before the header', () => {
    const usage = read('a,b,c', 'Editor,x', header, 'Warning: slow, very slow', pool);
    expect(usage.pools).toHaveLength(1);
    expect(usage.unreadableRows).toEqual([]);
  });

  it('does not take a row that speaks of an editor for a header', () => {
    const usage = read(header, pool.replace('DS V5', 'Editor'), pool.replace('DS V5', '"Editor'));
    expect(usage.pools).toMatchObject([{ editor: 'Editor' }]);
    expect(usage.unreadableRows).toMatchObject([{ reason: 'quoteUnclosed' }]);
  });

  it('does not read a last line without its end', () => {
    expect(parseLicenseUsageCsv(`${header}\n${pool}\n${pool.replace('MD2', 'AB3')}`)).toMatchObject(
      {
        pools: [{ product: 'MD2' }],
        unreadableRows: [
          { lineNumber: 3, reason: 'unterminated', text: pool.replace('MD2', 'AB3') },
        ],
        faults: [{ kind: 'endNotSeen' }, { kind: 'rowsUnreadable' }],
      },
    );
  });

  it('reads the first of two tables and marks that there are two', () => {
    expect(read(shortHeader, pool, `admin >${header}`, pool + use)).toMatchObject({
      pools: [{ uses: [] }],
      faults: [{ kind: 'tableRepeated', lineNumber: null, text: '' }],
    });
  });

  it('takes a table without rows for none only where its end is seen', () => {
    expect(read(header)).toEqual({ type: 'usage', pools: [], unreadableRows: [], faults: [] });
    const truncated = { type: 'error', reason: 'truncated', text: '' };
    expect(parseLicenseUsageCsv(`${header}\n`)).toEqual(truncated);
    expect(parseLicenseUsageCsv(header)).toEqual(truncated);
    expect(parseLicenseUsageCsv(`${header}\nDS`)).toEqual(truncated);
  });

  it('explains why there is no table', () => {
    expect(parseLicenseUsageCsv('')).toEqual({ type: 'error', reason: 'emptyOutput', text: '' });
  });

  it('names the faults of the output before those of the table', () => {
    expect(parseLicenseUsageCsv(`${header}X\n${pool}\n`)).toMatchObject({
      faults: [{ kind: 'endNotSeen' }, { kind: 'columnUnknown', text: 'X' }],
    });
  });
});
