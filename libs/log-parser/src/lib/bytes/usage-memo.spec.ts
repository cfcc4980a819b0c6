import fc from 'fast-check';
import { parseLine } from '../lines/parse-line.js';
import type { UsageEvent } from '../lines/parsed-line.js';
import { UsageMemo } from './usage-memo.js';

const MACHINE_ID = 'ALICE@CORP.S-1-5-21-1-2-3-1001.0A00002A.1.ABC-41A0000000000001';
const PROGRAM = 'C:\\Program Files\\DS\\B30\\win_b64\\code\\bin\\CNEXT.exe';

const parts = {
  stamp: '2025/05/19 08:01:13:027',
  lead: ' I USGTRACING  Grant!!MD2!',
  session: '00000196E721C6C0',
  terms: '!Dassault Systemes V5!ConcurrentUser!1!STD!',
  account: `WS-0042 (41A0000000000001-0a00002a.1)!10.0.0.42!alice!${MACHINE_ID}!`,
  program: `${PROGRAM}!6.424!0`,
  end: '\n',
};
type Parts = typeof parts;

const toText = (over: Partial<Parts> = {}) => Object.values({ ...parts, ...over }).join('');

const view = (text: string) => {
  const bytes = Buffer.from(text, 'utf8');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

const find = (memo: UsageMemo, text: string) => {
  const bytes = view(text);
  return memo.find(bytes, 0, bytes.byteLength);
};

const parse = (text: string) => parseLine(text.replace(/\r?\n$/, ''));

function learn(memo: UsageMemo, text: string): void {
  const line = parse(text);
  const bytes = view(text);
  memo.learn(bytes, 0, bytes.byteLength, line as UsageEvent);
}

function memoOf(...texts: string[]): UsageMemo {
  const memo = new UsageMemo(64);
  for (const text of texts) learn(memo, text);
  return memo;
}

describe('UsageMemo', () => {
  it('knows nothing at first', () => {
    expect(find(new UsageMemo(64), toText())).toBeUndefined();
  });

  it.each<[string, Partial<Parts>]>([
    ['the same line', {}],
    ['another time of the day', { stamp: '2025/05/19 23:59:59:999' }],
    ['another session', { session: 'FFFFFFFFFFFFFFFF' }],
  ])('reads %s as the grammar does', (_, over) => {
    const text = toText(over);
    expect(find(memoOf(toText()), text)).toEqual(parse(text));
  });

  it.each<[string, Partial<Parts>]>([
    ['day', { stamp: '2025/05/20 08:01:13:027' }],
    ['month', { stamp: '2025/06/19 08:01:13:027' }],
    ['year', { stamp: '2026/05/19 08:01:13:027' }],
    ['blank behind the day', { stamp: '2025/05/19T08:01:13:027' }],
    ['time that is none', { stamp: '2025/05/19 24:01:13:027' }],
    ['action', { lead: ' I USGTRACING  Detachment!!MD2!' }],
    ['product', { lead: ' I USGTRACING  Grant!!MD1!' }],
    ['session that is none', { session: '00000196E721C6Cx' }],
    ['count', { terms: '!Dassault Systemes V5!ConcurrentUser!2!STD!' }],
    ['user', { account: parts.account.replace('alice', 'alicf') }],
    ['program', { program: `${PROGRAM}x!6.424!0` }],
    ['end of line', { end: '\r\n' }],
    ['flag', { program: `${PROGRAM}!6.424!1` }],
  ])('does not know another %s', (_, over) => {
    expect(find(memoOf(toText()), toText(over))).toBeUndefined();
  });

  it('puts parts of different lines together', () => {
    const other: Partial<Parts> = {
      lead: ' I USGTRACING  TimeOut!!XM2-FTA!',
      terms: '!Dassault Systemes!Token!12!STD!',
      account: 'cn-0001 (43DD000000000001-0adc0001.0)!10.220.0.1!bob.of.the.cluster!QAT!',
      program: '/usr/bin/SMAStandard!6.424!0',
    };
    const memo = memoOf(toText(), toText(other));
    for (const name of ['lead', 'terms', 'account', 'program'] as const) {
      const text = toText({ [name]: other[name] });
      expect(find(memo, text)).toEqual(parse(text));
    }
  });

  it('reads the number of another process', () => {
    const memo = memoOf(toText({ program: `${PROGRAM} ( 11168)!6.424!0` }));
    const text = toText({ program: `${PROGRAM} ( 7)!6.424!0` });
    expect(find(memo, text)).toEqual(parse(text));
    expect(find(memo, text)?.processId).toBe(7);
    expect(find(memo, toText({ program: `${PROGRAM} ( 7)!6.424!1` }))).toBeUndefined();
    expect(find(memo, toText({ program: `${PROGRAM} ( 7)!6.424!00` }))).toBeUndefined();
    expect(find(memo, toText())).toBeUndefined();
  });

  it('reads lines without a program', () => {
    const short = { account: parts.account.slice(0, -1), program: '' };
    expect(find(memoOf(toText(short)), toText(short))).toEqual(parse(toText(short)));
    const noId = { account: parts.account.split(MACHINE_ID)[0]!.slice(0, -1), program: '' };
    expect(find(memoOf(toText(noId)), toText(noId))).toEqual(parse(toText(noId)));
  });

  it.each<[string, Partial<Parts>]>([
    ['a fault', { terms: '!Dassault Systemes V5!Floating!1!STD!' }],
    ['a customer', { session: '200000000000123!00000196E721C6C0' }],
    ['no computer id', { account: `WS-0042!10.0.0.42!alice!${MACHINE_ID}!` }],
    [
      'a client without a host',
      { account: ` (lab) (41A0-0a00002a.1)!10.0.0.42!alice!${MACHINE_ID}!` },
    ],
    ['no address', { account: `WS-0042 (41A0-0a00002a.1)!nowhere!alice!${MACHINE_ID}!` }],
    ['an empty address', { account: `WS-0042 (41A0-0a00002a.1)!!alice!${MACHINE_ID}!` }],
    [
      'a `!` in the user',
      { account: `WS (41A0-0a00002a.1)!10.0.0.42!al!ice!AL!ICE@X${MACHINE_ID}!` },
    ],
    ['a `!` in the program', { program: 'C:\\a!b\\CNEXT.exe!6.424!0' }],
    ['a program like an internal id', { program: `C:\\x.0A00002A.1.ABC-41A0000000000001!6.424!0` }],
    [
      'a version like an internal id',
      { program: `${PROGRAM}!x.0A00002A.1.ABC-41A0000000000001!0` },
    ],
    [
      'a flag like an internal id',
      { program: `${PROGRAM}!6.424!x.0A00002A.1.ABC-41A0000000000001` },
    ],
  ])('learns nothing from a line with %s', (_, over) => {
    const text = toText(over);
    expect((parse(text) as UsageEvent).type).toBe('grant');
    expect(find(memoOf(text), text)).toBeUndefined();
    expect(find(memoOf(text), toText())).toBeUndefined();
  });

  it('learns nothing from a line behind a byte-order mark', () => {
    const memo = new UsageMemo(64);
    const bytes = view(`\uFEFF${toText()}`);
    memo.learn(bytes, 0, bytes.byteLength, parse(toText()) as UsageEvent);
    const shifted = toText({ stamp: '2025/05/19 08:01:13:027027' });
    expect(find(memo, shifted)).toBeUndefined();
    expect(find(memo, toText())).toBeUndefined();
  });

  it.each([`${PROGRAM} ( 11)!6.424 (11)!0`, `${PROGRAM} ( 11)!6.424!0 (11)`])(
    'learns nothing from %s, where two things look like a process number',
    (program) => {
      expect(find(memoOf(toText({ program })), toText({ program }))).toBeUndefined();
    },
  );

  it('leaves a process number alone that the grammar reads otherwise', () => {
    const text = toText({ program: `${PROGRAM}!6.424 ( 12)!0` });
    const memo = memoOf(text);
    expect(find(memo, text)).toBeUndefined();
  });

  it.each<[string, Partial<Parts>]>([
    ['ends behind its session', { terms: '', account: '', program: '' }],
    [
      'ends within its terms',
      { terms: '!Dassault Systemes V5!ConcurrentUser', account: '', program: '' },
    ],
    [
      'has too few fields',
      { lead: ' I USGTRACING  Grant', session: '', terms: '', account: '', program: '' },
    ],
  ])('knows no line that %s', (_, over) => {
    expect(find(memoOf(toText()), toText(over))).toBeUndefined();
  });

  it('never reads a line otherwise than the grammar, whatever it has learned', () => {
    const choices: { readonly [Name in keyof Parts]: readonly string[] } = {
      stamp: [
        parts.stamp,
        '2025/05/19 23:59:59:999',
        '2025/05/19 08:01:13.027',
        '2025/05/20 00:00:00:000',
      ],
      lead: [
        parts.lead,
        ' I USGTRACING  Detachment!!MD2!',
        ' W USGTRACING  Grant!!MD2!',
        ' I USGTRACING  Grant!x!MD2!',
        ' I USGTRACING  Grant!!',
        ' I LICENSESERV Grant!!MD2!',
      ],
      session: [
        parts.session,
        'FFFFFFFFFFFFFFFF',
        'zz',
        '',
        '200000000000123!00000196E721C6C0',
        '00000196E721C6C0!00000196E721C6C0',
        '10.0.0.1',
      ],
      terms: [
        parts.terms,
        '!Dassault Systemes!Token!12!STD!',
        '!!NamedUser!1!!',
        '!A!Floating!1!STD!',
        '!A (b)!10.0.0.1!1!STD!',
        '!Token!1!',
      ],
      account: [
        parts.account,
        `WS-0043 (42B-0a00002b.2)!10.0.0.43!bob!${MACHINE_ID}!`,
        'cn-1 (43DD-0adc0001.0)!fe80::1!bob!QAT!',
        'cn-1 (43DD-0adc0001.0)!10.0.0.1!bob!QAT',
        'cn-1 (43DD-0adc0001.0)!10.0.0.1!bob!bo!',
        `cn-1 (43DD-0adc0001.0)!10.0.0.1!bo!b!BO!B.${MACHINE_ID}!`,
        'cn-1!10.0.0.1!bob!QAT!',
        'cn-1 (43DD)!somewhere!bob!QAT!',
        'WS (A) (43DD-0adc0001.0)!10.0.0.1!!!',
      ],
      program: [
        parts.program,
        `${PROGRAM} ( 11168)!6.424!0`,
        `${PROGRAM} ( 8)!6.424!0`,
        `${PROGRAM} (12345678901)!6.424!0`,
        `${PROGRAM}!6.424 ( 12)!0`,
        `${PROGRAM}!6.424!( 12)`,
        `/opt/x!y/z ( 12)!6.424!0`,
        `/opt/x.0A00002A.1.ABC-41A0000000000001!6.424!0`,
        `6.424!0`,
        `/opt/x.0A00002A.1.ABC-41A0000000000001`,
        '',
      ],
      end: ['\n', '\r\n'],
    };
    const line = fc
      .record(
        Object.fromEntries(
          Object.entries(choices).map(([name, texts]) => [name, fc.constantFrom(...texts)]),
        ) as { [Name in keyof Parts]: fc.Arbitrary<string> },
      )
      .map((over) => toText(over));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(line, { maxLength: 12 }),
        (told, asked) => {
          const memo = new UsageMemo(64);
          for (const text of told) if ('sessionId' in parse(text)) learn(memo, text);
          for (const text of asked) {
            const event = find(memo, text);
            if (event !== undefined) expect(event).toEqual(parse(text));
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
