import fc from 'fast-check';
import { parseHexAddress } from '../lines/parse-client.js';
import { AddressTokens, IPV4 } from './address-tokens.js';
import { KeyedHash } from './keyed-hash.js';

const make = (key = 'key') => new AddressTokens(new KeyedHash(key));

describe('the token of an IPv4 address', () => {
  it('is an address of 10.0.0.0/8 that a host may have, and no two are one', () => {
    const addresses = make();
    const tokens = Array.from({ length: 2000 }, (_, at) =>
      addresses.toIpv4(`172.24.${at >> 8}.${at & 255}`),
    );
    for (const token of tokens) {
      expect(token).toMatch(/^10(?:\.\d{1,3}){3}$/);
      const [, a, b, c] = token.split('.').map(Number);
      expect([a! <= 255, b! <= 255, c! >= 1, c! <= 254]).toEqual([true, true, true, true]);
    }
    expect(new Set(tokens).size).toBe(2000);
    expect(new Set(tokens.map((token) => token.split('.')[1])).size).toBe(256);
    expect(addresses.size).toBe(2000);
  });

  it('is the same however the address is written', () => {
    const addresses = make();
    const token = addresses.toIpv4('10.23.65.18');
    expect(addresses.toIpv4('010.23.065.018')).toBe(token);
    expect(parseHexAddress(addresses.toHexIpv4('0a174112'))).toBe(token);
    expect(addresses.toHexIpv4('0a174112')).toMatch(/^0a[\da-f]{6}$/);
    expect(addresses.toHexIpv4('0A174112')).toBe(addresses.toHexIpv4('0a174112').toUpperCase());
    expect(addresses.size).toBe(1);
  });

  it('keeps its noughts in hexadecimal', () => {
    const addresses = make();
    const tokens = Array.from({ length: 300 }, (_, at) =>
      addresses.toHexIpv4(at.toString(16).padStart(8, '0')),
    );
    expect(tokens.every((token) => /^0a[\da-f]{6}$/.test(token))).toBe(true);
  });

  it('is another with another key', () => {
    expect(make('x').toIpv4('10.0.0.42')).not.toBe(make('y').toIpv4('10.0.0.42'));
  });
});

describe('the token of an IPv6 address', () => {
  it.each([
    ['2001:db8::a00:2a', /^fd\d\d:[a-f]{2}\d::[a-f]\d\d:\d[a-f]$/],
    ['2001:DB8::A00:2A', /^FD\d\d:[A-F]{2}\d::[A-F]\d\d:\d[A-F]$/],
    ['fe80::1', /^fd\d\d::\d$/],
    ['::1', /^::\d$/],
    ['1::f', /^\d::[a-f]$/],
    ['a:b.c', /^[a-f]:[a-f]\.[a-f]$/],
  ])('of %s has its form', (address, form) => {
    const token = make().toIpv6(address);
    expect(token).toMatch(form);
    expect(token).not.toBe(address);
  });

  it('is the same in both cases', () => {
    const addresses = make();
    expect(addresses.toIpv6('FE80::A')).toBe(addresses.toIpv6('fe80::a').toUpperCase());
    expect(addresses.size).toBe(1);
  });

  it.each(['::', ':', '::ffff:', '::FFFF:', ''])('leaves %s, which is nobody’s', (text) => {
    const addresses = make();
    expect(addresses.toIpv6(text)).toBe(text);
    expect(addresses.size).toBe(0);
  });

  it('gets longer where all short ones are taken', () => {
    const addresses = make();
    const tokens = [...'0123456789'].map((digit) => addresses.toIpv6(`::${digit}`));
    tokens.push(...[...'abcdef'].map((digit) => addresses.toIpv6(`::${digit}`)));
    expect(new Set(tokens).size).toBe(16);
    for (const token of tokens) expect(token).toMatch(/^::[\da-f][a-f]?$/);
  });

  it('never turns what is no stamp into one', () => {
    const addresses = make();
    fc.assert(
      fc.property(fc.stringMatching(/^[\da-f]{2}:[\da-f]{2}:[\da-f]{2}:[\da-f]{3}$/), (text) => {
        expect(/^[\d:]+$/.test(addresses.toIpv6(text)) && !/^[\d:]+$/.test(text)).toBe(false);
      }),
    );
  });
});

describe('an IPv4 address in a text', () => {
  it.each([
    ['on 10.0.0.42.', ['10.0.0.42']],
    ['v1.2.3.4x 1.2.3', ['1.2.3.4']],
    ['1.2.3.4.5', ['1.2.3.4']],
    ['1234.1.1.1', []],
    ['1.1.1.1234', []],
    ['999.1.1.1/8.8.8.8', ['999.1.1.1', '8.8.8.8']],
  ])('is found in %s', (text, found) => {
    expect([...text.matchAll(IPV4)].map(([one]) => one)).toEqual(found);
  });
});
