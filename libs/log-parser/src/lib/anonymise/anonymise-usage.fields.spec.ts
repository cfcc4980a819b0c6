import { anonymise, fieldOf, grant } from '../../testing/telling-lines.js';
import { parseLine } from '../lines/parse-line.js';
import type { UsageEvent } from '../lines/parsed-line.js';
import { Anonymiser } from './anonymiser.js';

type OddField = readonly [
  name: string,
  usual: string | RegExp,
  odd: string,
  at: number,
  form: RegExp,
];

describe('an odd field of a usage line', () => {
  it.each<OddField>([
    ['action', 'Grant', 'Renewal', 0, /^.{38}[G-Z][g-z]{6}$/],
    ['slot 1', 'Grant!!', 'Grant!alice!', 1, /^[g-z]{5}$/],
    ['product', 'MD2', 'alice', 2, /^[g-z]{5}$/],
    ['session', '00000196E721C6C0', '1234', 3, /^(?!1234)\d{4}$/],
    ['editor', 'Dassault Systemes V5', 'Example Ltd', 4, /^[G-Z][g-z]{6} [G-Z][g-z]{2}$/],
    ['known editor', 'Systemes V5', 'Systemes V4', 4, /^Dassault Systemes V4$/],
    ['3DEXPERIENCE editor', 'Systemes V5', 'Systemes', 4, /^Dassault Systemes$/],
    ['model', 'ConcurrentUser', 'alice', 5, /^[g-z]{5}$/],
    ['count', '!1!STD', '!123456789!STD', 6, /^123456789$/],
    ['count of too many digits', '!1!STD', '!1234567890!STD', 6, /^(?!1234567890)\d{10}$/],
    ['count of no number', '!1!STD', '!x123456789!STD', 6, /^[g-z]\d{9}$/],
    ['slotX', 'STD', 'alice', 7, /^[g-z]{5}$/],
    ['host alone', 'WS-0042 (41A0000000000001-0a00002a.1)', 'WS', 8, /^[G-Z]{2}$/],
    [
      'host of a bracket',
      'WS-0042 (41A0000000000001-0a00002a.1)',
      'WS (x',
      8,
      /^[G-Z]{2} \([g-z]$/,
    ],
    ['redacted computer', '41A0000000000001-0a00002a.1', '263.0', 8, / \((?!263)\d{3}\.0\)$/],
    ['computer without display', '0a00002a.1', '0a00002a', 8, /-0a[\da-f]{6}\)$/],
    ['odd display', '0a00002a.1', '0a00002a.123456', 8, /-0a[\da-f]{6}\.(?!123456)\d{6}\)$/],
    ['no display', '0a00002a.1', '0a00002a.x', 8, /-\d[g-z]\d{5}[g-z]\.[g-z]\)$/],
    ['odd hardware', '41A0000000000001-0a', 'x-0a', 8, / \([g-z]-0a[\da-f]{6}\.1\)$/],
    ['odd address', '-0a00002a', '-0a2a', 8, /[\dA-F]{16}-\d[g-z]\d[g-z]\.1\)$/],
    ['address that is a name', '!10.0.0.42!', '!alice-pc!', 9, /^[g-z]{5}-[g-z]{2}$/],
    ['IPv6 address', '!10.0.0.42!', '!fe80::1%eth0!', 9, /^fd\d\d::\d%[g-z]{3}\d$/],
    ['mapped address', '!10.0.0.42!', '!::ffff:10.0.0.42!', 9, /^::ffff:10(?:\.\d+){3}$/],
    ['address with a port', '!10.0.0.42!', '!10.0.0.42:40850!', 9, /^10(?:\.\d+){3}:40850$/],
    [
      'address with a long port',
      '!10.0.0.42!',
      '!10.0.0.42:408501!',
      9,
      /^10(?:\.\d+){3}:(?!408501)\d{6}$/,
    ],
    ['hexadecimal and a colon', '!10.0.0.42!', '!abc:1!', 9, /^fd[a-f]:\d$/],
    ['version', '!6.424!', '!6.424.1!', 13, /^6\.424\.1$/],
    ['version that could be an address', '!6.424!', '!6.42.4.1!', 13, /^10(?:\.\d+){3}$/],
    ['odd version', '!6.424!', '!6.424 alice!', 13, /^6\.424 [g-z]{5}$/],
    ['flag', /0$/, 'alice', 14, /^[g-z]{5}$/],
    ['field too many', /$/, '!alice', 14, /^[\w.]+$/],
  ])('keeps its form: %s', (...[, usual, odd, at, form]) => {
    const [line = ''] = anonymise(grant.replace(usual, odd));
    expect(fieldOf(line, at)).toMatch(form);
    expect(parseLine(line).type).toBe(parseLine(grant.replace(usual, odd)).type);
  });
});

describe('an address of 45 characters', () => {
  it('is one in the copy too, though an IPv4 address in it may become longer', () => {
    const address = `${'abcd:'.repeat(7)}ab:1.1.1.1`.padStart(45, 'f');
    expect(address).toHaveLength(45);
    for (let at = 0; at < 20; at++) {
      const copy = new Anonymiser(`${at}`).anonymiseLine(grant.replace('10.0.0.42', address));
      const { ip } = parseLine(copy) as UsageEvent;
      expect(ip).not.toBeNull();
      expect(ip?.length).toBeLessThanOrEqual(45);
      expect(parseLine(copy)).toMatchObject({ faults: [] });
    }
  });
});
