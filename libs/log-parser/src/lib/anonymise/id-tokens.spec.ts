import fc from 'fast-check';
import { AddressTokens } from './address-tokens.js';
import { IdTokens } from './id-tokens.js';
import { KeyedHash } from './keyed-hash.js';

function make(key = 'key') {
  const hash = new KeyedHash(key);
  const addresses = new AddressTokens(hash);
  return { ids: new IdTokens(hash, addresses), addresses };
}

describe('the token of a session id', () => {
  it('keeps the time, and so the order, but not the id', () => {
    const { ids } = make();
    for (const id of ['00000196E721C6C0', '200001848B1ADA21', 'F000019000000000']) {
      const token = ids.find(id) ?? '';
      expect(token).toMatch(/^[\dA-F]{16}$/);
      expect(token.slice(4)).toBe(id.slice(4));
      expect(token.slice(0, 4)).not.toBe(id.slice(0, 4));
    }
    expect(ids.size).toBe(0);
  });

  it('never is the id, and no two ids share one', () => {
    const { ids } = make();
    fc.assert(
      fc.property(fc.integer({ min: 0x18000000000, max: 0x1a000000000 }), (time) => {
        const low = time.toString(16).toUpperCase().padStart(12, '0');
        const all = [...'0123456789ABCDEF'].map((digit) => `${digit}000${low}`);
        const tokens = all.map((id) => ids.toHex16(id));
        expect(new Set(tokens).size).toBe(16);
        expect(tokens.filter((token, at) => token === all[at])).toHaveLength(0);
      }),
    );
  });

  it('depends on the key', () => {
    const [a, b] = [make('a').ids, make('b').ids];
    expect(a.toHex16('00000196E721C6C0')).not.toBe(b.toHex16('00000196E721C6C0'));
  });

  it.each([
    ['from 2000 on', '000000DC6ACFAC00', true],
    ['not before', '000000DC6ACFABFF', false],
    ['up to 2100', '000003BB2CC3D7FF', true],
    ['and not later', '000003BB2CC3D800', false],
    ['with any first digit', 'A00000DC6ACFAC00', true],
    ['and noughts behind it', '001000DC6ACFAC00', false],
    ['all of them', '0F0000DC6ACFAC00', false],
  ])('holds a time: %s', (_, id, isKept) => {
    expect(make().ids.toHex16(id).slice(4) === id.slice(4)).toBe(isKept);
  });
});

describe('the token of a hardware id', () => {
  it('is another id of 16 digits, in the same case', () => {
    const { ids } = make();
    const token = ids.find('43A1189D67F4F3A9') ?? '';
    expect(token).toMatch(/^[\dA-F]{16}$/);
    expect(ids.find('43a1189d67f4f3a9')).toBe(token.toLowerCase());
    expect(ids.find('43A1189d67f4f3a9')).toBe(token);
    expect(ids.find('4301189067040309')).toMatch(/^[\dA-F]{16}$/);
    expect(ids.size).toBe(0);
  });

  it('keeps its noughts in front', () => {
    const { ids } = make();
    const tokens = Array.from({ length: 200 }, (_, at) =>
      ids.toHex16((41_000 + at).toString(16).padStart(16, 'F')),
    );
    expect(tokens.filter((token) => token.length !== 16)).toEqual([]);
    expect(tokens.some((token) => token.startsWith('0'))).toBe(true);
    expect(new Set(tokens).size).toBe(200);
  });
});

describe('the token of a computer', () => {
  it('is made of those of its hardware id and its address', () => {
    const { ids, addresses } = make();
    expect(ids.find('43A1189D67F4F3A9-0a174112')).toBe(
      `${ids.find('43A1189D67F4F3A9')}-${addresses.toHexIpv4('0a174112')}`,
    );
  });

  it('of a server keeps its form', () => {
    const { ids } = make();
    const token = ids.find('KLB-41D614510658D14D') ?? '';
    expect(token).toMatch(/^[G-Z]{3}-[\dA-F]{16}$/);
    expect(token.slice(4)).toBe(ids.find('41D614510658D14D'));
    expect(ids.find('klb-41d614510658d14d')).toBe(token.toLowerCase());
    expect(ids.find('ABC-41D614510658D14D')?.slice(0, 3)).not.toBe(token.slice(0, 3));
    expect(ids.size).toBe(2);
  });
});

describe('the token of a SID', () => {
  it('keeps the prefix of domains, and the length of each number', () => {
    const token = make().ids.find('S-1-5-21-3623811015-3361044348-30300820-1013');
    expect(token).toMatch(/^S-1-5-21-[1-9]\d{9}-[1-9]\d{9}-[1-9]\d{7}-[1-9]\d{3}$/);
  });

  it('is that of the domain for all but the last number', () => {
    const { ids } = make();
    const [a, b, c] = ['1-2-3-1001', '1-2-3-1002', '1-2-4-1001'].map(
      (end) => ids.find(`S-1-5-21-${end}`) ?? '',
    );
    const domain = a?.slice(0, a.lastIndexOf('-'));
    expect(b?.slice(0, b.lastIndexOf('-'))).toBe(domain);
    expect(c?.slice(0, c.lastIndexOf('-'))).not.toBe(domain);
    expect(new Set([a, b, c]).size).toBe(3);
    expect(ids.size).toBe(3);
  });

  it.each([
    ['S-1-12-1-77-88', /^S-[1-9]-[1-9]\d-[1-9]-[1-9]\d-[1-9]\d$/],
    ['S-1-5-80-9', /^S-1-5-[1-9]\d-[1-9]$/],
    ['S-1-5-21-7', /^S-1-5-21-[1-9]$/],
    ['S-1-5-210-7', /^S-1-5-[1-9]\d\d-[1-9]$/],
    ['S-1-50', /^S-[1-9]-[1-9]\d$/],
    ['S-1-5-321', /^S-1-5-[1-9]\d\d$/],
  ])('of %s has its form', (sid, form) => {
    expect(make().ids.find(sid)).toMatch(form);
  });

  it.each(['S-1-5-18', 'S-1-5-7'])('leaves %s, which every Windows has', (sid) => {
    const { ids } = make();
    expect(ids.find(sid)).toBe(sid);
    expect(ids.size).toBe(0);
  });

  it('goes on in digits when the numbers are used up', () => {
    const { ids } = make();
    const tokens = Array.from({ length: 12 }, (_, at) => ids.find(`S-1-5-21-1-2-3-${at % 10}`));
    expect(new Set(tokens).size).toBe(10);
    for (const token of tokens) expect(token).toMatch(/^S-1-5-21-\d-\d-\d-\d{1,2}$/);
    const domains = Array.from({ length: 10 }, (_, at) => ids.find(`S-1-5-21-${at}-5`));
    expect(new Set(domains).size).toBe(10);
    for (const token of domains) expect(token).toMatch(/^S-1-5-21-\d{1,2}-\d$/);
  });
});

describe('a word', () => {
  it.each([
    'alice',
    'S-1',
    's-1-5-21-7',
    'S-1-5-',
    '43A1189D67F4F3A',
    '43A1189D67F4F3A9F',
    'KL-41D614510658D14D',
    'KLBX-41D614510658D14D',
    'x43A1189D67F4F3A9-0a174112',
    '43A1189D67F4F3A9-0a1741123',
    'S-1-5-21-7x',
    'xS-1-5-21-7',
  ])('that is no id has no token of its own: %s', (word) => {
    expect(make().ids.find(word)).toBeUndefined();
  });

  it.each([
    ['0a174112', /^0a[\da-f]{6}$/],
    ['DEADBEEF01', /^[A-F]{8}\d\d$/],
    ['5e756a80-1c80-478d-b83a-1d5913677621', /^\d[a-f]\d{3}[a-f]\d\d-\d[a-f]\d\d-/],
    ['12345-abc', /^\d{5}-[a-f]{3}$/],
  ])('of hexadecimal digits has one of the same form: %s', (word, form) => {
    const { ids } = make();
    expect(ids.findHex(word)).toMatch(form);
    expect(ids.findHex(word)).not.toBe(word);
  });

  it('of eight hexadecimal digits is an address', () => {
    const { ids, addresses } = make();
    expect(ids.findHex('0A174112')).toBe(addresses.toHexIpv4('0A174112'));
    expect(ids.size).toBe(0);
    ids.findHex('0A1741123');
    expect(ids.size).toBe(1);
  });

  it('has the same token in both cases', () => {
    const { ids } = make();
    expect(ids.findHex('DEADBEEF01')).toBe(ids.findHex('deadbeef01')?.toUpperCase());
  });

  it.each([
    '0a17411',
    '1234-abc',
    '1234567890',
    'deadbeefdead',
    '0a174112x',
    'x0a174112',
    '0a174112-',
    '0a17--4112b',
  ])('that is too short or not mixed has none: %s', (word) => {
    expect(make().ids.findHex(word)).toBeUndefined();
  });

  it('gets letters when its digits are used up', () => {
    const { ids } = make();
    const tokens = Array.from({ length: 3 }, (_, at) => ids.findHex(`a-0000000${at}`));
    expect(new Set(tokens).size).toBe(3);
  });
});
