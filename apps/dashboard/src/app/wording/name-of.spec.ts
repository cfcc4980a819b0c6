import { maskedNameOf, plainNameOf } from './name-of';

describe('maskedNameOf', () => {
  it('puts numbers in place of users and hosts, the same for the same', () => {
    const nameOf = maskedNameOf();
    expect(nameOf('user', 'ann')).toBe('user 1');
    expect(nameOf('user', 'bob')).toBe('user 2');
    expect(nameOf('user', 'ANN')).toBe('user 1');
    expect(nameOf('host', 'ann')).toBe('host 1');
  });

  it('leaves products and servers', () => {
    expect(maskedNameOf()('product', 'CAT')).toBe('CAT');
    expect(maskedNameOf()('server', 'lic1')).toBe('lic1');
  });
});

describe('plainNameOf', () => {
  it('writes out what cannot be seen', () => {
    expect(plainNameOf('user', 'a\u202Eb')).toBe('a‹U+202E›b');
  });
});
