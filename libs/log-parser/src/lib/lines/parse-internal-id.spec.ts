import { endsInternalId, parseInternalId, type InternalId } from './parse-internal-id.js';

const machine = '0A00002A.1.ABC-41A0000000000001';
const sid = 'S-1-5-21-1-2-3-1001';
const alice: InternalId = {
  user: 'ALICE',
  domain: 'CORP',
  sid,
  ipv4: '10.0.0.42',
  display: '1',
  computer: 'ABC-41A0000000000001',
};

describe('parseInternalId', () => {
  it('takes user, domain, security identifier and machine apart', () => {
    expect(parseInternalId(`ALICE@CORP.${sid}.${machine}`)).toEqual(alice);
  });

  it.each<[string, string, Partial<InternalId>]>([
    ['no security identifier', 'ALICE@CORP', { sid: null }],
    ['no domain', `ALICE.${sid}`, { domain: null }],
    ['a user alone', 'ALICE', { domain: null, sid: null }],
    ['no user', `@CORP.${sid}`, { user: '' }],
    ['nothing', '', { user: '', domain: null, sid: null }],
    ['an empty domain', `ALICE@.${sid}`, { domain: '' }],
    [
      'dots in user and domain',
      `A.LICE@CORP.EXAMPLE.${sid}`,
      { user: 'A.LICE', domain: 'CORP.EXAMPLE' },
    ],
    ['an @ in the user', `A@LICE@CORP.${sid}`, { user: 'A@LICE' }],
    ['a short security identifier', 'ALICE@CORP.S-1-5', { sid: 'S-1-5' }],
    ['a long part in it', 'ALICE@CORP.S-15-500-21', { sid: 'S-15-500-21' }],
    ['a security identifier that is cut', 'ALICE@CORP.S-1', { domain: 'CORP.S-1', sid: null }],
    ['one that ends in a dash', 'ALICE@CORP.S-1-5-', { domain: 'CORP.S-1-5-', sid: null }],
    ['one without a dot before it', 'ALICE@CORPS-1-5', { domain: 'CORPS-1-5', sid: null }],
    ['one in lower case', 'ALICE@CORP.s-1-5', { domain: 'CORP.s-1-5', sid: null }],
    ['one that other text follows', `ALICE@CORP.${sid}.X`, { domain: `CORP.${sid}.X`, sid: null }],
  ])('reads an account with %s', (_, account, odd) => {
    expect(parseInternalId(`${account}.${machine}`)).toEqual({ ...alice, ...odd });
  });

  it.each<[string, string, Partial<InternalId>]>([
    ['lower case', '0a00002a.1.abc-41a000000000000f', { computer: 'abc-41a000000000000f' }],
    ['display 0', '0A00002A.0.ABC-41A0000000000001', { display: '0' }],
    ['5 digits of display', '0A00002A.12345.ABC-41A0000000000001', { display: '12345' }],
    ['the highest address', 'FFFFFFFF.1.ABC-41A0000000000001', { ipv4: '255.255.255.255' }],
  ])('reads a machine with %s', (_, end, odd) => {
    expect(parseInternalId(`ALICE@CORP.${sid}.${end}`)).toEqual({ ...alice, ...odd });
  });

  it('is null where the id is the name of a user or of a product', () => {
    expect(parseInternalId('alice')).toBeNull();
    expect(parseInternalId('MD2')).toBeNull();
    expect(parseInternalId('')).toBeNull();
  });
});

describe('endsInternalId', () => {
  it('knows the end of a machine, whatever stands before it', () => {
    expect(endsInternalId(`.${machine}`)).toBe(true);
    expect(endsInternalId(`ICE@CORP.${sid}.${machine}`)).toBe(true);
    expect(endsInternalId(`C:\\a b.${machine.toLowerCase()}`)).toBe(true);
  });

  it.each([
    '',
    machine,
    'A.A00002A.1.ABC-41A0000000000001',
    'A.00A00002A.1.ABC-41A0000000000001',
    'A.0A00002G.1.ABC-41A0000000000001',
    'A.0A00002A..ABC-41A0000000000001',
    'A.0A00002A.123456.ABC-41A0000000000001',
    'A.0A00002A.x.ABC-41A0000000000001',
    'A.0A00002A.1.AB-41A0000000000001',
    'A.0A00002A.1.ABCD-41A0000000000001',
    'A.0A00002A.1.AB1-41A0000000000001',
    'A.0A00002A.1.ABC-41A000000000001',
    'A.0A00002A.1.ABC-41A00000000000011',
    'A.0A00002A.1.ABC-41A000000000000G',
    'A.0A00002A.1.ABC 41A0000000000001',
    'A.0A00002A-1.ABC-41A0000000000001',
    'A.0A00002A.1-ABC-41A0000000000001',
    `A.${machine} `,
    `A.${machine} ( 11168)`,
  ])('refuses "%s"', (text) => {
    expect(endsInternalId(text)).toBe(false);
    expect(parseInternalId(text)).toBeNull();
  });
});
