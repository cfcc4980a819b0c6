import { KeyedHash } from './keyed-hash.js';
import { NameTokens } from './name-tokens.js';

const make = (key = 'key') => new NameTokens(new KeyedHash(key));

describe('the token of a name', () => {
  it('is the same whatever the case of the name, and has its case', () => {
    const names = make();
    const token = names.toToken('alice');
    expect(token).toMatch(/^[g-z]{5}$/);
    expect(names.toToken('ALICE')).toBe(token.toUpperCase());
    expect(names.toToken('Alice')).toBe(token.charAt(0).toUpperCase() + token.slice(1));
    expect(names.size).toBe(1);
  });

  it.each([
    ['WS-0042', /^[G-Z]{2}-\d{4}$/],
    ['_a_b-c', /^_[g-z]_[g-z]-[g-z]$/],
    ['chloé', /^[g-z]{4}[äöüé]$/],
    ['CHLOÉ', /^[G-Z]{4}[ÄÖÜÉ]$/],
    ['Жан', /^\p{Lu}\p{Ll}{2}$/u],
    ['佐藤', /^\p{Script=Han}{2}$/u],
    ['e\u0301a', /^[g-z]\u0301[g-z]$/],
    ['🔧x', /^\p{So}[g-z]$/u],
  ])('of %s has its form', (name, form) => {
    const token = make().toToken(name);
    expect(token).toMatch(form);
    expect(token).not.toBe(name);
  });

  it('is the name itself where nothing in it can be replaced', () => {
    const names = make();
    expect(['°', '\u0301', '™°'].map((one) => names.toToken(one))).toEqual(['°', '\u0301', '™°']);
    expect(names.size).toBe(0);
  });

  it('goes on as its name ends when it has to be longer', () => {
    const names = make();
    const toTokens = (words: readonly string[]) => words.map((word) => names.toToken(word));
    const digits = [...'0123456789'];
    expect(new Set(toTokens(digits)).size).toBe(10);
    expect(toTokens(digits).join(' ')).toMatch(/^(?:\d [g-z]?)+/);
    const letters = toTokens([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']);
    expect(new Set(letters).size).toBe(26);
    expect(letters.filter((token) => /^[G-Z]{2}$/.test(token)).length).toBeGreaterThan(8);
    const accented = toTokens([...'àáâãäåæçèéêëìíîï']);
    expect(new Set(accented).size).toBe(16);
    for (const token of accented) expect(token).toMatch(/^[äöüé]+$/);
    const marked = toTokens([...'abcdefghijklmnopqrst'].map((letter) => `${letter}\u0301`));
    expect(new Set(marked).size).toBe(20);
    expect(marked.join(' ')).toMatch(/^(?:[g-z]\u0301[äöüé]* ?)+$/);
    expect(marked.some((token) => token.length > 2)).toBe(true);
  });

  it('takes the case of the last letter where it is longer', () => {
    const names = make();
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const long = letters.filter((letter) => names.toToken(letter).length > 1);
    expect(long.length).toBeGreaterThan(0);
    for (const letter of long) {
      expect(names.toToken(letter.toUpperCase())).toBe(names.toToken(letter).toUpperCase());
    }
  });
});

describe('a name', () => {
  it('is known in any case once it was noted, and not before', () => {
    const names = make();
    expect(names.isName('server')).toBe(false);
    names.remember('Server');
    expect(names.isName('server')).toBe(true);
    expect(names.isName('SERVER')).toBe(true);
    expect(names.isName('serve')).toBe(false);
    expect(names.size).toBe(0);
  });
});
