import { DIGITS, LETTERS } from './alphabets.js';
import { KeyedHash } from './keyed-hash.js';
import { TokenBook } from './token-book.js';

const make = (key = 'key', kind = 'name') =>
  new TokenBook(new KeyedHash(key), kind, (value) => [value.length > 1 ? '+' : '-']);
const twoDigits = () => [DIGITS, DIGITS];

describe('TokenBook', () => {
  it('gives a value the same token again, and in another run', () => {
    const book = make();
    const token = book.find('alice', () => LETTERS.slice(0, 5).map(() => LETTERS));
    expect(token).toMatch(/^[g-z]{5}$/);
    expect(book.find('alice', () => [DIGITS])).toBe(token);
    expect(make().find('alice', () => Array.from({ length: 5 }, () => LETTERS))).toBe(token);
  });

  it('gives other tokens with another key, or of another kind', () => {
    const shape = () => Array.from({ length: 12 }, () => LETTERS);
    const tokens = [make(), make('other'), make('key', 'id')].map((book) => book.find('x', shape));
    expect(new Set(tokens).size).toBe(3);
  });

  it('chooses each place of a long token anew', () => {
    const token = make().find('x', () => Array.from({ length: 40 }, () => LETTERS));
    expect(token.slice(0, 8)).not.toBe(token.slice(8, 16));
    expect(token.slice(8, 16)).not.toBe(token.slice(16, 24));
    expect(new Set(token).size).toBeGreaterThan(8);
  });

  it('uses all the choices of a place', () => {
    const book = make();
    const tokens = Array.from({ length: 300 }, (_, at) =>
      book.find(`x${at}`, () => [DIGITS, DIGITS, DIGITS, LETTERS]),
    );
    for (const place of [0, 1, 2]) {
      expect(new Set(tokens.map((token) => token[place])).size).toBe(10);
    }
    expect(new Set(tokens.map((token) => token[3])).size).toBe(LETTERS.length);
  });

  it('gives no two values one token, and no value itself', () => {
    const book = make();
    const values = Array.from({ length: 95 }, (_, at) => String(at).padStart(2, '0'));
    const tokens = values.map((value) => book.find(value, twoDigits));
    expect(new Set(tokens).size).toBe(95);
    expect(tokens.filter((token, at) => token === values[at])).toEqual([]);
    expect(book.size).toBe(95);
  });

  it('goes on with longer tokens when the short ones are used up', () => {
    const book = make();
    const tokens = ['aa', 'bb', 'cc', 'd'].map((value) => book.find(value, () => [['x']]));
    expect(tokens).toEqual(['x', 'x+', 'x++', 'x-']);
  });

  it('makes every try before a token gets longer', () => {
    const book = make();
    const values = Array.from({ length: 10 }, (_, at) => `v${at}`);
    const tokens = values.map((value) => book.find(value, () => [DIGITS]));
    expect(tokens.filter((token) => token.length === 1)).toHaveLength(10);
    expect(book.find('v10', () => [DIGITS])).toMatch(/^\d\+$/);
  });

  it('has no token at first', () => {
    expect(make().size).toBe(0);
  });
});
