import type { LicensePool, LicenseUsage } from './license-usage.js';
import { parseLicenseUsageText } from './parse-license-usage-text.js';

const id = '1F2E3D4C-0000-4000-8000-000000000005';
const pool = 'MD2 maxReleaseNumber: 0 type: ConcurrentUser count: 5 inuse: 2 customerId: 2000';
const machine = 'WS-0042 (41A0-1.1)/10.0.0.42';
const client = {
  host: 'WS-0042',
  computerId: '41A0-1.1',
  hardwareId: null,
  ipv4: null,
  display: '1',
};
const morning = '5/19/25 8:01:13 AM';
const noon = '5/19/25 12:10:00 PM';
const dateOf = (text: string) => ({
  text,
  wallAt: text === morning ? Date.UTC(2025, 4, 19, 8, 1, 13) : Date.UTC(2025, 4, 19, 12, 10),
});
const holder = `internal Id: ALICE@CORP  granted since: ${morning} last used at: ${noon}  by user: alice  on host: ${machine} `;
const process = `${machine}  alice  C:\\a\\b.exe  6.424  00000196E721C6C0 granted since: ${noon}`;

const read = (...lines: string[]) =>
  parseLicenseUsageText([...lines, 'admin >'].join('\n')) as LicenseUsage;
const onlyPool = (...lines: string[]) => read(...lines).pools[0] as LicensePool;
const onlyUse = (...lines: string[]) => onlyPool(pool, ...lines).uses[0];

const bareUse = {
  client: null,
  ip: null,
  user: null,
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
};

describe('an editor in parseLicenseUsageText', () => {
  it.each([
    [`DS (V5)    (${id})`, 'DS (V5)', id],
    ['DS (5e756a80)', 'DS', '5e756a80'],
    [`(${id})`, null, id],
    ['DS V5', 'DS V5', null],
    ['DS (V5)', 'DS (V5)', null],
    ['DS (5E756A80 )', 'DS (5E756A80 )', null],
    ['DS (5E756A8)', 'DS (5E756A8)', null],
    ['DS (X5E756A80)', 'DS (X5E756A80)', null],
    ['DS (5E756A80X', 'DS (5E756A80X', null],
    [`DS 5E756A80`, 'DS 5E756A80', null],
  ])('is read from "%s"', (line, editor, editorId) => {
    expect(read(pool, ` ${line} `, pool).pools).toMatchObject([
      { editor: null, editorId: null },
      { editor, editorId },
    ]);
  });

  it('stands before several pools, until the next', () => {
    const other = pool.replace('MD2', 'AB3');
    expect(
      read('A', pool, other, 'B', pool).pools.map((found) => [found.editor, found.product]),
    ).toEqual([
      ['A', 'MD2'],
      ['A', 'AB3'],
      ['B', 'MD2'],
    ]);
  });

  it('without an id is one only where a pool follows', () => {
    const usage = read('A', pool, 'B', process, 'C: D', pool, 'E', 'F (5E756A80)');
    expect(usage.pools).toMatchObject([{ editor: 'A', uses: [{}] }]);
    expect(usage.unreadableRows).toEqual([
      { lineNumber: 3, reason: 'notUnderstood', text: 'B' },
      { lineNumber: 5, reason: 'notUnderstood', text: 'C: D' },
      { lineNumber: 7, reason: 'notUnderstood', text: 'E' },
    ]);
  });

  it('is not a machine', () => {
    expect(read(pool, 'X (1)/1.2.3.4', pool).unreadableRows).toMatchObject([{ lineNumber: 2 }]);
  });

  it('ends the pool before it', () => {
    expect(read(pool, `DS (${id})`, process)).toMatchObject({
      pools: [{ uses: [] }],
      unreadableRows: [{ lineNumber: 3, reason: 'poolMissing' }],
    });
  });
});

describe('a use in parseLicenseUsageText', () => {
  it('is read from the line of its holder', () => {
    expect(onlyUse(`\t\t\t${holder}`)).toEqual({
      ...bareUse,
      client,
      ip: '10.0.0.42',
      user: 'alice',
      internalId: 'ALICE@CORP',
      grantedSince: dateOf(morning),
      lastUsedAt: dateOf(noon),
    });
    expect(onlyUse('internal Id:')).toEqual(bareUse);
  });

  it('is read from the line of a process', () => {
    expect(onlyUse(`   ${process} tokens: 4  `)).toEqual({
      ...bareUse,
      client,
      ip: '10.0.0.42',
      user: 'alice',
      executable: 'C:\\a\\b.exe',
      clientVersion: '6.424',
      sessionId: '00000196E721C6C0',
      quantity: 4,
      grantedSince: dateOf(noon),
    });
  });

  it('joins a process with the holder before it', () => {
    const joined = {
      ...bareUse,
      client,
      ip: '10.0.0.42',
      user: 'alice',
      internalId: 'ALICE@CORP',
      executable: 'C:\\a\\b.exe',
      clientVersion: '6.424',
      sessionId: '00000196E721C6C0',
      grantedSince: dateOf(morning),
      lastUsedAt: dateOf(noon),
      grantedAt: dateOf(noon),
    };
    const second = process.replace('b.exe', 'c.exe');
    expect(onlyPool(pool, holder, process, second).uses).toEqual([
      joined,
      { ...joined, executable: 'C:\\a\\c.exe' },
    ]);
  });

  it('keeps every holder, with and without a process', () => {
    const bob = holder.replace('ALICE', 'BOB');
    const { uses } = onlyPool(pool, process, holder, bob, process, holder);
    expect(uses.map(({ internalId, executable }) => [internalId, executable])).toEqual([
      [null, 'C:\\a\\b.exe'],
      ['ALICE@CORP', null],
      ['BOB@CORP', 'C:\\a\\b.exe'],
      ['ALICE@CORP', null],
    ]);
  });

  it('forgets the holder with its pool', () => {
    const [, second] = read(pool, holder, pool.replace('MD2', 'AB3'), process, process).pools;
    expect(second?.uses).toMatchObject([
      { internalId: null, grantedAt: null },
      { internalId: null, grantedAt: null },
    ]);
  });

  it.each([
    ['/10.0.0.42  alice  /opt/a/b', 'alice', '/opt/a/b', null, null],
    ['/10.0.0.42  alice  /opt/(a)/b', 'alice', '/opt/(a)/b', null, null],
    ['/10.0.0.42 alice /opt/a/b', 'alice', '/opt/a/b', null, null],
    [
      '/10.0.0.42 alice C:\\Program  Files\\b.exe',
      'alice',
      'C:\\Program  Files\\b.exe',
      null,
      null,
    ],
    [
      '/10.0.0.42  alice smith  C:\\Program Files\\b.exe',
      'alice smith',
      'C:\\Program Files\\b.exe',
      null,
      null,
    ],
    ['/10.0.0.42  CORP\\alice   C:\\b.exe', 'CORP\\alice', 'C:\\b.exe', null, null],
    ['/10.0.0.42  alice', 'alice', null, null, null],
    ['/10.0.0.42  alice b.exe 6.424.1', 'alice', 'b.exe', '6.424.1', null],
    ['/10.0.0.42  alice b.exe 6 0FE16A', 'alice', 'b.exe 6', null, '0FE16A'],
    ['/10.0.0.42  alice b.exe 6. 0FE16', 'alice', 'b.exe 6. 0FE16', null, null],
    [
      '/10.0.0.42  alice b.exe 0123456789ABCDEF0123',
      'alice',
      'b.exe',
      null,
      '0123456789ABCDEF0123',
    ],
    [
      '/10.0.0.42  alice b.exe 0123456789ABCDEF01234',
      'alice',
      'b.exe 0123456789ABCDEF01234',
      null,
      null,
    ],
    ['/10.0.0.42  alice b.exe x0FE16A', 'alice', 'b.exe x0FE16A', null, null],
    ['/10.0.0.42  alice b.exe 0FE16Ax', 'alice', 'b.exe 0FE16Ax', null, null],
    ['/10.0.0.42  alice b.exe v6.424', 'alice', 'b.exe v6.424', null, null],
    ['/10.0.0.42  alice b.exe 6.424x', 'alice', 'b.exe 6.424x', null, null],
    ['/10.0.0.42  alice  0FE16A', 'alice', null, null, '0FE16A'],
    ['/10.0.0.42', null, null, null, null],
  ])('of a process is taken apart: %s', (rest, ...[user, executable, clientVersion, sessionId]) => {
    expect(onlyUse(`WS-0042 (41A0-1.1)${rest} granted since: ${noon}`)).toEqual({
      ...bareUse,
      client,
      ip: '10.0.0.42',
      user,
      executable,
      clientVersion,
      sessionId,
      grantedSince: dateOf(noon),
    });
  });

  it('of a process has no address where none is written', () => {
    expect(onlyUse('WS-0042 (41A0-1.1)/   alice  a.exe ( 12) granted since:')).toEqual({
      ...bareUse,
      client,
      user: 'alice',
      executable: 'a.exe',
      processId: 12,
    });
    expect(onlyUse('WS-0042 (41A0-1.1)/granted since:')).toMatchObject({ ip: 'granted' });
    expect(onlyUse('granted since: x WS-0042 (41A0-1.1)/1.2.3.4')).toMatchObject({ ip: '1.2.3.4' });
  });

  it('is marked where its tokens are no number', () => {
    expect(read('', pool, `${process} tokens: few`).pools[0]?.uses[0]).toMatchObject({
      quantity: null,
      faults: [{ kind: 'numberUnreadable', lineNumber: 3, text: 'tokens: few' }],
    });
    expect(onlyUse(`${process} tokens: 0`)).toMatchObject({ quantity: 0, faults: [] });
  });

  it.each(['WS-0042 (41A0-1.1)/10.0.0.42 alice', 'alice granted since: noon', 'x internal Id: y'])(
    'is not read from "%s"',
    (line) => {
      expect(read(pool, line).unreadableRows).toEqual([
        { lineNumber: 2, reason: 'notUnderstood', text: line },
      ]);
    },
  );
});
