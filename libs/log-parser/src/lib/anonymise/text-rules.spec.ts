import { AddressTokens } from './address-tokens';
import { IdTokens } from './id-tokens';
import { KeyedHash } from './keyed-hash';
import { KNOWN_TEXTS } from './known-texts';
import { NameTokens } from './name-tokens';
import { TextRules } from './text-rules';

const hash = new KeyedHash('a key for tests');
const names = new NameTokens(hash);
const addresses = new AddressTokens(hash);
const rules = new TextRules(names, addresses, new IdTokens(hash, addresses));

/** What a name becomes, wherever it stands. */
const token = (word: string) => names.toToken(word);
const message = (text: string) => rules.message(text, KNOWN_TEXTS);

describe('a name', () => {
  it('goes word by word, and what joins the words stays', () => {
    expect(rules.name('Zelda, Ursula')).toBe(`${token('Zelda')}, ${token('Ursula')}`);
  });

  it('keeps the end of a domain that is nobody\u2019s, only behind a dot', () => {
    expect(rules.name('zelda.com')).toBe(`${token('zelda')}.com`);
    expect(rules.name('com')).toBe(token('com'));
    expect(rules.name('zelda.example')).toBe(`${token('zelda')}.${token('example')}`);
  });

  it('is known as a name from then on: known words are no longer kept', () => {
    expect(message('connection is started')).toContain('connection');
    rules.name('Connection');
    expect(message('connection is started')).not.toContain('connection');
  });

  it('of two letters does not take words out of messages', () => {
    rules.name('is');
    expect(message('server is started')).toContain(' is ');
  });
});

describe('a value of no known kind', () => {
  it('goes, known words too', () => {
    expect(rules.value('server')).toBe(token('server'));
  });
});

describe('a path', () => {
  it('keeps drive, system and vendor, and no other folder', () => {
    expect(rules.path('C:\\ProgramData\\DassaultSystemes\\zelda')).toBe(
      `C:\\ProgramData\\DassaultSystemes\\${token('zelda')}`,
    );
    expect(rules.path('C:/ProgramData')).toBe('C:/ProgramData');
  });

  it('takes a single letter for a drive only before a colon and a slash', () => {
    expect(rules.path('Q')).toBe(token('Q'));
    expect(rules.path('Q:')).toBe(`${token('Q')}:`);
    expect(rules.path('QQ:\\')).toBe(`${token('QQ')}:\\`);
  });

  it.each(['Users\\', 'home/', 'users//'])('loses the folder of a user behind %s', (home) => {
    expect(rules.path(`${home}ProgramData`)).toBe(`${home}${token('ProgramData')}`);
  });
});

describe('a message', () => {
  it('keeps known words and loses the others', () => {
    expect(message('server zelda started')).toBe(`server ${token('zelda')} started`);
  });

  it('loses both sides of an address of mail, known words or not', () => {
    expect(message('server@license')).toBe(`${token('server')}@${token('license')}`);
  });

  it('keeps the end that tells a stack trace', () => {
    expect(message('server.zelda.UrsulaException')).toBe(
      `server.${token('zelda')}.${token('Ursula')}Exception`,
    );
    expect(message('Error')).toBe('Error');
  });

  it('keeps a version, and gives what is none other digits', () => {
    expect(message('Server version 6.421.1')).toBe('Server version 6.421.1');
    const address = message('Server version 10.1.2.3');
    expect(address).toMatch(/^Server version \d/);
    expect(address).not.toContain('10.1.2.3');
  });

  it('gives addresses of both kinds another, and leaves times of day', () => {
    expect(message('10.20.30.40')).toBe(addresses.toIpv4('10.20.30.40'));
    expect(message('fe80::1')).toBe(addresses.toIpv6('fe80::1'));
    expect(message('1:2:3:4:5:6:7:8')).toBe(addresses.toIpv6('1:2:3:4:5:6:7:8'));
    expect(message('12:34:56')).toBe('12:34:56');
    expect(message('1:2:3:4:5')).toBe('1:2:3:4:5');
  });

  it('gives long hexadecimal numbers others of their length', () => {
    const changed = message('id 4A3F9C017E55D2B8');
    expect(changed).toMatch(/^id [0-9A-F]{16}$/);
    expect(changed).not.toContain('4A3F9C017E55D2B8');
  });
});
