import { anonymise, fieldOf, grant, stamp } from '../../testing/telling-lines.js';
import { parseInternalId } from '../lines/parse-internal-id.js';
import { parseLine } from '../lines/parse-line.js';
import type { UsageEvent } from '../lines/parsed-line.js';
import { Anonymiser } from './anonymiser.js';

describe('the copy of a usage line', () => {
  let copy = '';
  let event: UsageEvent;
  beforeEach(() => {
    [copy = ''] = anonymise(grant);
    event = parseLine(copy) as UsageEvent;
  });

  it('keeps what names nobody', () => {
    expect(event).toMatchObject({
      type: 'grant',
      product: 'MD2',
      editor: 'Dassault Systemes V5',
      model: 'ConcurrentUser',
      quantity: 1,
      slotX: 'STD',
      executable: 'C:\\Program Files\\DS\\B30\\win_b64\\code\\bin\\CNEXT.exe',
      processId: 11_168,
      clientVersion: '6.424',
      flag: '0',
      faults: [],
    });
  });

  it('has the form of the line, character by character', () => {
    expect(copy).toMatch(
      /^2025\/05\/19 08:01:13:027 I USGTRACING {2}Grant!!MD2![\dA-F]{4}0196E721C6C0!Dassault Systemes V5!ConcurrentUser!1!STD![G-Z]{2}-\d{4} \([\dA-F]{16}-0a[\da-f]{6}\.1\)!10(?:\.\d+){3}![g-z]{5}![G-Z]{5}@[G-Z]{4}\.S-1-5-21-\d-\d-\d-\d{4}\.0A[\dA-F]{6}\.1\.[G-Z]{3}-[\dA-F]{16}!/,
    );
  });

  it('has one token for one person, machine and address, wherever they stand', () => {
    const id = parseInternalId(event.internalId ?? '');
    expect(id?.user.toLowerCase()).toBe(event.user);
    expect(id?.ipv4).toBe(event.ip);
    expect(event.client?.ipv4).toBe(event.ip);
    expect(id?.computer.slice(4)).toBe(event.client?.hardwareId);
  });

  it('is the same in every run with the same key, and another with another', () => {
    expect(anonymise(grant)).toEqual([copy]);
    const other = new Anonymiser('other').anonymiseLine(grant);
    for (const at of [3, 8, 9, 10, 11]) expect(fieldOf(other, at)).not.toBe(fieldOf(copy, at));
  });

  it('pairs with that of the line that ends the session', () => {
    const [first = '', second = ''] = anonymise(grant, grant.replace('Grant', 'Detachment'));
    expect(second).toBe(first.replace('Grant', 'Detachment'));
  });

  it('has the customer of a managed server replaced, however short', () => {
    const [line = ''] = anonymise(grant.replace('MD2!', 'MD2!2000!'));
    expect(parseLine(line)).toMatchObject({ customer: expect.stringMatching(/^\d{4}$/) });
    expect(fieldOf(line, 3)).not.toBe('2000');
  });

  it('keeps a count and a model where fields are missing before the client', () => {
    const toLeft = (left: string) => {
      const [line = ''] = anonymise(
        `${stamp} I USGTRACING  Grant!!MD2!${left}!WS (41A0)!10.0.0.42!bob`,
      );
      return line.split('!').slice(3, -3).join('!');
    };
    expect(toLeft('12345!STD')).toBe('12345!STD');
    expect(toLeft('Token!12345!STD')).toBe('Token!12345!STD');
    expect(toLeft('54321!Token!12345')).toMatch(/^(?!54321)\d{5}!Token!12345$/);
    expect(toLeft('Token!alice!12345')).toMatch(/^Token![g-z]{5}!(?!12345)\d{5}$/);
    expect(toLeft('x!Token!Credit')).toMatch(/^[g-z]!Token!Credit$/);
    expect(toLeft('12345')).toMatch(/^(?!12345)\d{5}$/);
    expect(toLeft('54321!12345!alice')).toMatch(/^(?!54321)\d{5}!12345![g-z]{5}$/);
    expect(toLeft('00000196E721C6C0!12345!STD')).toMatch(/0196E721C6C0!12345!STD$/);
  });

  it('takes a product or a client for nothing else in such a line', () => {
    const line = `${stamp} I USGTRACING  Grant!!Token!12345!x!WS (41A0)!10.0.0.42!Token!12345`;
    const [copied = ''] = anonymise(line);
    expect(fieldOf(copied, 2)).not.toBe('alice');
    expect(fieldOf(copied, 3)).toBe('12345');
    expect(fieldOf(copied, 8)).toMatch(/^(?!12345)\d{5}$/);
  });

  it('replaces a name with `!` piece by piece', () => {
    const odd = grant.replace('alice', 'al!ice').replace('ALICE', 'AL!ICE');
    const read = parseLine(anonymise(odd)[0] ?? '') as UsageEvent;
    expect(read.user).toMatch(/^[g-z]{2}![g-z]{3}$/);
    expect(parseInternalId(read.internalId ?? '')?.user).toBe(read.user?.toUpperCase());
  });

  it('keeps the product as the internal id of a token, no other name', () => {
    const token = (id: string) => {
      const line = grant.replace(/!ALICE@[^!]*/, `!${id}`);
      return (parseLine(anonymise(line)[0] ?? '') as UsageEvent).internalId;
    };
    expect(token('MD2')).toBe('MD2');
    expect(token('MD3')).toMatch(/^[G-Z]{2}\d$/);
    expect(token('alice')).toMatch(/^[g-z]{5}$/);
  });

  it('reads a path in the place of the internal id as a path', () => {
    const [line = ''] = anonymise(grant.replace(/!ALICE@[^!]*/, ''));
    expect(fieldOf(line, 11)).toBe(fieldOf(grant, 12));
    const [next] = anonymise(grant.replace(/!ALICE@[^!]*/, ''), `${stamp} W X program files`).slice(
      1,
    );
    expect(next).toBe(`${stamp} W X program files`);
  });

  it.each([
    ['D:\\Users\\bin\\DS\\CNEXT.exe', /^D:\\Users\\[g-z]{3}\\DS\\CNEXT\.exe$/],
    ['/home/code/bin/tool.sh', /^\/home\/[g-z]{4}\/bin\/[g-z]{4}\.sh$/],
    [
      'C:/Documents and Settings\\data\\x.exe',
      /^C:\/Documents [g-z]{3} [G-Z][g-z]{7}\\[g-z]{4}\\[g-z]\.exe$/,
    ],
    ['\\\\filer\\DS\\B30\\2024', /^\\\\[g-z]{5}\\DS\\B30\\\d{4}$/],
    ['C:\\DS (x86)\\a', /^C:\\DS \(x86\)\\[g-z]$/],
    ['C:x\\DS', /^[G-Z]:[g-z]\\DS$/],
    ['Cx:\\DS', /^[G-Z][g-z]:\\DS$/],
    ['\\\\10.1.2.3\\DS ( 77)', /^\\\\10(?:\.\d+){3}\\DS \( 77\)$/],
    [' ( 77)', /^ \( 77\)$/],
    ['CNEXT.exe ( 12345678901)', /^CNEXT\.exe \( (?!12345678901)\d{11}\)$/],
  ])('keeps of a path what the vendor and the system bring: %s', (path, form) => {
    const [line = ''] = anonymise(grant.replace(/!C:[^!]*/, () => `!${path}`));
    expect(fieldOf(line, 12)).toMatch(form);
  });

  it('keeps a public end of a domain', () => {
    const [line = ''] = anonymise(
      grant.replace('WS-0042', 'ws.example.COM'),
      `${stamp} W X com x.net`,
    );
    expect(fieldOf(line, 8)).toMatch(/^[g-z]{2}\.[g-z]{7}\.COM /);
    const [com = ''] = anonymise(grant.replace('alice', 'com.comx'));
    expect(fieldOf(com, 10)).toMatch(/^[g-z]{3}\.[g-z]{4}$/);
  });
});
