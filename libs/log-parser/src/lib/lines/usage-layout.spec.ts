import { findUsageLayout, type UsageLayout } from './usage-layout.js';

const id = (user: string) => `${user}@CORP.S-1-5-21-1.0A00002A.1.ABC-41A0000000000001`;
const client = 'WS-0042 (41A0000000000001-0a00002a.1)';
const lead = 'Grant!!MD2';
const left = '00000196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD';
const right = `alice!${id('ALICE')}!C:\\CNEXT.exe!6.424!0`;

const layoutOf = (message: string) => findUsageLayout(message.split('!'));
const variantA: UsageLayout = {
  sessionAt: 3,
  clientAt: 8,
  userEnd: 11,
  internalIdEnd: 12,
  executableEnd: 13,
};

/** The layout whose indexes from the client on are moved. */
const moved = (layout: UsageLayout, by: number, sessionAt: number): UsageLayout => ({
  sessionAt,
  clientAt: layout.clientAt + by,
  userEnd: layout.userEnd + by,
  internalIdEnd: layout.internalIdEnd + by,
  executableEnd: layout.executableEnd + by,
});

describe('the client of a usage message', () => {
  it('stands in variant A behind session, editor, model, count and slotX', () => {
    expect(layoutOf(`${lead}!${left}!${client}!10.0.0.42!${right}`)).toEqual(variantA);
  });

  it('stands in variant B one further, behind a customer', () => {
    expect(layoutOf(`${lead}!2000!${left}!${client}!10.0.0.42!${right}`)).toEqual(
      moved(variantA, 1, 4),
    );
  });

  it.each([2, 3, 7])('is found behind %d fields more than expected', (count) => {
    const extras = 'x!'.repeat(count);
    expect(layoutOf(`${lead}!${extras}${left}!${client}!10.0.0.42!${right}`)).toEqual(
      moved(variantA, count, 3 + count),
    );
  });

  it.each([
    [0, 3],
    [1, 4],
    [4, 7],
  ])('is found behind only %d fields, and none of them by place', (count, clientAt) => {
    const short = 'x!'.repeat(count);
    expect(layoutOf(`${lead}!${short}${client}!10.0.0.42!${right}`)).toEqual(
      moved(variantA, clientAt - 8, -1),
    );
  });

  it.each(['10.0.0.42', 'fe80::1%eth0'])('is known by the address %s behind it', (ip) => {
    const message = `${lead}!a (b)!${left}!c (d)!${client}!${ip}!${right}`;
    expect(layoutOf(message).clientAt).toBe(10);
  });

  it('is not sought in the product or before it', () => {
    expect(layoutOf(`Grant!a (b)!10.0.0.1!${left}!WS-0042!none!${right}`).clientAt).toBe(8);
    expect(layoutOf(`Grant!!a (b)!10.0.0.1!${client}!10.0.0.42!${right}`).clientAt).toBe(4);
  });

  it('stands at a usual place where a pair stands there, whatever stands before it', () => {
    expect(layoutOf(`${lead}!s!a (b)!10.0.0.1!1!STD!${client}!10.0.0.42!x`).clientAt).toBe(8);
    expect(layoutOf(`${lead}!2!s!a (b)!10.0.0.1!1!STD!${client}!10.0.0.42!x`).clientAt).toBe(9);
    expect(layoutOf(`${lead}!2!3!s!a (b)!10.0.0.1!1!STD!${client}!10.0.0.42!x`).clientAt).toBe(6);
  });

  it('stands before the first address where no pair is found', () => {
    expect(layoutOf(`${lead}!x!x!${left}!WS-0042!10.0.0.42!${right}`).clientAt).toBe(10);
    expect(layoutOf(`${lead}!x!x!${left}!WS-0042!10.0.0.42!alice!10.0.0.43`).clientAt).toBe(10);
    expect(layoutOf(`${lead}!WS-0042!10.0.0.42!alice`).clientAt).toBe(3);
  });

  it('is the first text with parentheses where no address is found', () => {
    expect(layoutOf(`${lead}!x!x!x!${left}!${client}!none!${right}`).clientAt).toBe(11);
    expect(layoutOf(`${lead}!${client}!none!a (b)`).clientAt).toBe(3);
    expect(layoutOf(`Grant!!a (b)!x!x!${client}!none`).clientAt).toBe(5);
  });

  it('is not before an address that stands directly behind the product', () => {
    expect(layoutOf(`${lead}!10.0.0.42!x!x!a (b)!x`).clientAt).toBe(6);
    expect(layoutOf(`${lead}!10.0.0.42!x!x!x!x`).clientAt).toBe(8);
  });

  it('stands at the place of variant A where nothing tells', () => {
    expect(layoutOf(`${lead}!${left}!WS-0042!none!alice`).clientAt).toBe(8);
    expect(layoutOf(lead)).toEqual(variantA);
  });
});

describe('user and internal id of a usage message', () => {
  const accountOf = (fields: string) => {
    const { userEnd, internalIdEnd } = layoutOf(`${lead}!${left}!${client}!10.0.0.42!${fields}`);
    return { userEnd, internalIdEnd };
  };
  const usual = { userEnd: 11, internalIdEnd: 12 };

  it.each([
    ['nothing', ''],
    ['a user alone', 'alice'],
    ['an id of a machine', `alice!${id('ALICE')}`],
    ['an id that is a name', 'alice!alice'],
    ['an id that is a name, and a program', 'alice!alice!C:\\CNEXT.exe!6.424!0'],
    ['a second id behind the first', `alice!${id('ALICE')}!${id('BOB')}!6.424!0`],
    ['no id at all', 'al!ice!x!y!z'],
  ])('are a field each where the line holds %s', (_, fields) => {
    expect(accountOf(fields)).toEqual(usual);
  });

  it('span as many fields each where the name holds a !', () => {
    expect(accountOf(`al!ice!${id('AL!ICE')}!C:\\CNEXT.exe!6.424!0`)).toEqual({
      userEnd: 12,
      internalIdEnd: 14,
    });
    expect(accountOf(`a!b!c!${id('A!B!C')}`)).toEqual({ userEnd: 13, internalIdEnd: 16 });
  });

  it('leave the id one field where the fields cannot be shared out evenly', () => {
    expect(accountOf(`al!ice!${id('ALICE')}!C:\\CNEXT.exe`)).toEqual({
      userEnd: 12,
      internalIdEnd: 13,
    });
    expect(accountOf(`a!b!c!d!${id('ABCD')}`)).toEqual({ userEnd: 14, internalIdEnd: 15 });
  });

  it('end with the first id that is found', () => {
    expect(accountOf(`al!ice!${id('AL!ICE')}!${id('BOB')}!6.424!0`)).toEqual({
      userEnd: 12,
      internalIdEnd: 14,
    });
  });

  it('are not sought before the client', () => {
    const layout = layoutOf(`${lead}!${id('A')}!${left}!${client}!10.0.0.42!alice!x!y`);
    expect(layout).toEqual({ ...moved(variantA, 1, 4) });
  });
});

describe('the executable of a usage message', () => {
  const executableEndOf = (fields: string) =>
    layoutOf(`${lead}!${left}!${client}!10.0.0.42!alice!MD2${fields}`).executableEnd;

  it.each(['', '!', '!C:\\CNEXT.exe', '!C:\\CNEXT.exe!6.424', '!C:\\CNEXT.exe!x!0', '!a!6.424!0'])(
    'is one of up to three fields behind the id: "%s"',
    (fields) => {
      expect(executableEndOf(fields)).toBe(13);
    },
  );

  it('spans all but version and flag of more than three', () => {
    expect(executableEndOf('!C:\\A!B\\CNEXT.exe!6.424!0')).toBe(14);
    expect(executableEndOf('!C:\\A!B!C\\CNEXT.exe!16.4!')).toBe(15);
  });

  it.each(['x', '', '6', '6.', '6.x', 'v6.4', '.4', '64'])(
    'spans all of more than three where "%s" is no version',
    (version) => {
      expect(executableEndOf(`!C:\\A!B\\CNEXT.exe!${version}!0`)).toBe(16);
    },
  );

  it('looks for the version only before the last field', () => {
    expect(executableEndOf('!C:\\A!6.424!B!0')).toBe(16);
    expect(executableEndOf('!C:\\A!B!0!6.424')).toBe(16);
  });
});
