import {
  isClientText,
  isHex16,
  isIpLiteral,
  parseClient,
  parseHexAddress,
} from './parse-client.js';
import type { ClientRef } from './parsed-line.js';

const hostAlone = { computerId: null, hardwareId: null, ipv4: null, display: null };

describe('parseClient', () => {
  it('takes host, hardware, address and display apart', () => {
    expect(parseClient('WS-0042 (41A0000000000001-0a00002a.1)')).toEqual({
      host: 'WS-0042',
      computerId: '41A0000000000001-0a00002a.1',
      hardwareId: '41A0000000000001',
      ipv4: '10.0.0.42',
      display: '1',
    });
  });

  it.each(['', 'WS-0042', 'WS-0042 (41A0', 'WS-0042(41A0)', '(41A0)', 'WS-0042 (41A0) '])(
    'takes "%s" for a host alone',
    (host) => {
      expect(parseClient(host)).toEqual({ host, ...hostAlone });
    },
  );

  it.each<[string, string, Partial<ClientRef>]>([
    ['no display', '41A0000000000001-0a00002a', { display: null }],
    ['a long display', '41A0000000000001-0a00002a.12', { display: '12' }],
    ['an empty display', '41A0000000000001-0a00002a.', { display: null }],
    ['lower-case hardware', '41a00000000000fe-0a00002a.1', { hardwareId: '41a00000000000fe' }],
    ['15 digits of hardware', '41A000000000001-0a00002a.1', { hardwareId: null }],
    ['17 digits of hardware', '41A00000000000001-0a00002a.1', { hardwareId: null }],
    ['a prefix to its hardware', 'AB-41A0000000000001-0a00002a.1', { hardwareId: null }],
    ['no hardware', '-0a00002a.1', { hardwareId: null }],
    ['7 digits of address', '41A0000000000001-a00002a.1', { ipv4: null }],
    ['9 digits of address', '41A0000000000001-00a00002a.1', { ipv4: null }],
    ['no address', '41A0000000000001-.1', { ipv4: null }],
  ])('reads a computer id with %s', (_, computerId, odd) => {
    expect(parseClient(`WS-0042 (${computerId})`)).toEqual({
      host: 'WS-0042',
      computerId,
      hardwareId: '41A0000000000001',
      ipv4: '10.0.0.42',
      display: '1',
      ...odd,
    });
  });

  it('takes only a number behind the last dot for a display', () => {
    expect(parseClient('node7 (41A0000000000001.x-0a00002a)')).toEqual({
      host: 'node7',
      computerId: '41A0000000000001.x-0a00002a',
      hardwareId: null,
      ipv4: '10.0.0.42',
      display: null,
    });
    expect(parseClient('node7 (41A0000000000001-0a00002a.x)')).toEqual({
      host: 'node7',
      computerId: '41A0000000000001-0a00002a.x',
      hardwareId: '41A0000000000001',
      ipv4: null,
      display: null,
    });
    expect(parseClient('node7 (1.41A0000000000001-0a00002a.2)')).toEqual({
      host: 'node7',
      computerId: '1.41A0000000000001-0a00002a.2',
      hardwareId: null,
      ipv4: '10.0.0.42',
      display: '2',
    });
  });

  it.each<[string, Partial<ClientRef>]>([
    ['', {}],
    ['263.0', { display: '0' }],
    ['.1', { display: '1' }],
    ['a.b', {}],
    ['a.1b', {}],
    ['a.b1', {}],
    ['41A0000000000001', {}],
    ['41A00000000000012', {}],
    ['41A0000000000001.1', { display: '1' }],
  ])('reads a computer id without a dash: "%s"', (computerId, parts) => {
    expect(parseClient(`node7 (${computerId})`)).toEqual({
      host: 'node7',
      ...hostAlone,
      computerId,
      ...parts,
    });
  });

  it('takes the last parenthesis for the computer id', () => {
    expect(parseClient('WS (lab 2) (41A0000000000001-0a00002a.1)')).toMatchObject({
      host: 'WS (lab 2)',
      computerId: '41A0000000000001-0a00002a.1',
    });
  });

  it('drops blanks between host and parenthesis and keeps those before the host', () => {
    expect(parseClient(' WS-0042   (263.0)').host).toBe(' WS-0042');
  });

  it('reads a client without a host', () => {
    expect(parseClient(' (263.0)')).toEqual({
      ...hostAlone,
      host: '',
      computerId: '263.0',
      display: '0',
    });
  });
});

describe('isHex16', () => {
  it.each(['00000196E721C6C0', '0123456789abcdef', 'ABCDEFabcdef0000'])('knows %s', (text) => {
    expect(isHex16(text)).toBe(true);
  });

  it.each([
    '',
    '0000196E721C6C0',
    '000000196E721C6C0',
    '00000196E721C6CG',
    'g0000196E721C6C0',
    '00000196E721C6C ',
    '0x000196E721C6C0',
    '00000196E721C6C٣',
  ])('refuses "%s"', (text) => {
    expect(isHex16(text)).toBe(false);
  });
});

describe('parseHexAddress', () => {
  it.each([
    ['0a174112', '10.23.65.18'],
    ['0ACBDD28', '10.203.221.40'],
    ['00000000', '0.0.0.0'],
    ['ffffffff', '255.255.255.255'],
    ['80010203', '128.1.2.3'],
    ['01020304', '1.2.3.4'],
    ['fe00ff00', '254.0.255.0'],
  ])('reads %s as %s', (text, address) => {
    expect(parseHexAddress(text)).toBe(address);
  });

  it.each(['', '0a17411', '0a1741122', '0a17411g', 'g a17411', '-a174112', '0x174112'])(
    'refuses "%s"',
    (text) => {
      expect(parseHexAddress(text)).toBeNull();
    },
  );
});

describe('isClientText', () => {
  it.each(['a (b)', 'WS-0042 (41A0)', 'a ()', 'a (b) (c)', '  (b)', 'a (b)c)'])(
    'knows "%s"',
    (text) => {
      expect(isClientText(text)).toBe(true);
    },
  );

  it.each(['', 'a', ' (b)', ' (b) (c)', '(b)', 'a(b)', 'a (b', 'a (b) ', 'a b)', 'a )'])(
    'refuses "%s"',
    (text) => {
      expect(isClientText(text)).toBe(false);
    },
  );
});

describe('isIpLiteral', () => {
  it.each([
    '10.0.0.42',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'FE80::ABCD',
    'fe80::1%eth0',
    'fe80::1%12',
    '::ffff:10.0.0.42',
    '2001:db8:0:0:0:0:0:1',
  ])('knows %s', (text) => {
    expect(isIpLiteral(text)).toBe(true);
  });

  it.each([
    '',
    '10',
    '10.0.0',
    '10.0.0.',
    '10.0.0.42.1',
    '1000.0.0.42',
    '10.0.0.1234',
    '10.0000.0.42',
    ' 10.0.0.42',
    '10.0.0.42 ',
    'x10.0.0.42',
    '10.0.0.x',
    '10-0-0-42',
    'abcd',
    'fe80%eth0',
    'g::1',
    '::g',
    '::1%',
    '::1%eth-0',
    '%eth0:',
    '12:30 (x)',
  ])('refuses "%s"', (text) => {
    expect(isIpLiteral(text)).toBe(false);
  });

  it('accepts up to 45 characters, the longest address there is', () => {
    const longest = 'abcd:abcd:abcd:abcd:abcd:abcd:255.255.255.255';
    expect(longest).toHaveLength(45);
    expect(isIpLiteral(longest)).toBe(true);
    expect(isIpLiteral(`a${longest}`)).toBe(false);
  });
});
